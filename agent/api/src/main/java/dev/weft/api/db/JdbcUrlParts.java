// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import org.jspecify.annotations.Nullable;

/** What has been found in a JDBC URL so far. */
final class JdbcUrlParts {
  private String system = "other_sql";
  private int usualPort = JdbcUrl.NO_PORT;
  private @Nullable String database;
  private @Nullable String schema;
  private @Nullable JdbcHosts hosts;

  /** Names the system and its usual port, which is not reported. */
  void system(String name, int port) {
    system = name;
    usualPort = port;
  }

  void usualPort(int port) {
    usualPort = port;
  }

  String system() {
    return system;
  }

  void database(@Nullable String name) {
    database = name == null || name.isEmpty() || name.indexOf('@') >= 0 ? null : name;
  }

  boolean hasDatabase() {
    return database != null;
  }

  void schema(@Nullable String name) {
    schema = name == null || name.isEmpty() || name.indexOf('@') >= 0 ? null : name;
  }

  void hosts(@Nullable JdbcHosts found) {
    hosts = found;
  }

  /** Keeps only which system it is. */
  void forgetDetails() {
    database = null;
    schema = null;
    hosts = null;
  }

  JdbcUrl toUrl() {
    String namespace = database == null || schema == null ? database : database + "|" + schema;
    if (hosts == null) {
      return new JdbcUrl(system, namespace, null, JdbcUrl.NO_PORT, JdbcUrl.NO_PORT);
    }
    int port = hosts.port(usualPort);
    int usedPort = port == JdbcUrl.NO_PORT && hosts.single() ? usualPort : port;
    return new JdbcUrl(system, namespace, hosts.address(usualPort), port, usedPort);
  }
}
