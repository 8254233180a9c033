// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import java.net.IDN;
import java.net.URI;

/**
 * The parts of an endpoint's URL that a request needs. Names that {@code URI} does not take for a
 * host are taken as well, such as those with an underscore; a user in the URL is left out.
 * Immutable.
 */
final class Target {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final boolean tls;
  private final String host;
  private final int port;
  private final String authority;
  private final String path;

  /**
   * Takes a URL apart.
   *
   * @throws IllegalArgumentException if it names no host
   */
  Target(URI endpoint) {
    String named = endpoint.getRawAuthority();
    if (named == null) {
      throw new IllegalArgumentException("no host in the endpoint");
    }
    named = named.substring(named.lastIndexOf('@') + 1);
    int colon = named.lastIndexOf(':');
    boolean hasPort = colon > named.lastIndexOf(']');
    String name = hasPort ? named.substring(0, colon) : named;
    this.tls = "https".equalsIgnoreCase(endpoint.getScheme());
    this.host = name.startsWith("[") ? name.substring(1, name.length() - 1) : ascii(name);
    int usual = tls ? HTTPS_PORT : HTTP_PORT;
    boolean portSet = hasPort && colon < named.length() - 1;
    this.port = portSet ? Integer.parseInt(named.substring(colon + 1)) : usual;
    String shown = name.startsWith("[") ? name : host;
    this.authority = port == usual ? shown : shown + ":" + port;
    URI ascii = URI.create(endpoint.toASCIIString());
    String query = ascii.getRawQuery();
    String rawPath = ascii.getRawPath();
    this.path =
        (rawPath == null || rawPath.isEmpty() ? "/" : rawPath) + (query == null ? "" : "?" + query);
  }

  /** Bringing up the tables for other letters costs more than a request. */
  private static String ascii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return IDN.toASCII(name);
      }
    }
    return name;
  }

  boolean isTls() {
    return tls;
  }

  /** Returns a name or an address, an IPv6 address without brackets. */
  String host() {
    return host;
  }

  int port() {
    return port;
  }

  /** Returns host and port as in a {@code Host} header. */
  String authority() {
    return authority;
  }

  /** Returns the path with the query. */
  String path() {
    return path;
  }
}
