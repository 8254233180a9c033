// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import dev.weft.api.PeerServices;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What telemetry may say about a JDBC URL: which database on which server, never who connects or
 * with which password. Where a URL could be read in two ways, nothing is said. Immutable.
 */
public final class JdbcUrl {
  /** The {@link #serverPort()} of a URL that tells none. */
  public static final int NO_PORT = -1;

  private final String systemName;
  private final @Nullable String namespace;
  private final @Nullable String serverAddress;
  private final int serverPort;
  private final SqlDialect dialect;
  private final @Nullable String peerService;

  JdbcUrl(
      String systemName,
      @Nullable String namespace,
      @Nullable String serverAddress,
      int serverPort,
      int usedPort) {
    this.systemName = systemName;
    this.namespace = namespace;
    this.serverAddress = serverAddress;
    this.serverPort = serverPort;
    this.peerService = PeerServices.nameOf(serverAddress, usedPort, null);
    this.dialect = SqlDialect.ofSystem(systemName);
  }

  /** Reads a URL such as {@code jdbc:postgresql://host/db}. Never throws. */
  public static JdbcUrl parse(@Nullable String url) {
    return JdbcUrlParser.parse(url);
  }

  /** Returns whether the same is said of both: each connection has one of its own. */
  boolean saysTheSameAs(JdbcUrl other) {
    return this == other
        || (serverPort == other.serverPort
            && systemName.equals(other.systemName)
            && Objects.equals(namespace, other.namespace)
            && Objects.equals(serverAddress, other.serverAddress)
            && Objects.equals(peerService, other.peerService));
  }

  /** {@code db.system.name}, {@code other_sql} if it is not known. */
  public String systemName() {
    return systemName;
  }

  /** {@code db.namespace}: the database, or {@code database|schema}, in lower case, or null. */
  public @Nullable String namespace() {
    return namespace;
  }

  /** {@code server.address}: the configured host, or {@code host1:port,host2:port}, or null. */
  public @Nullable String serverAddress() {
    return serverAddress;
  }

  /** {@code server.port}, or {@link #NO_PORT} if there are several or it is the usual one. */
  public int serverPort() {
    return serverPort;
  }

  /** {@code peer.service}, as users have named the server, or null. */
  public @Nullable String peerService() {
    return peerService;
  }

  /** How the database tells literals from names. */
  public SqlDialect dialect() {
    return dialect;
  }
}
