// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import dev.weft.api.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a proxy says of the original request: {@code Forwarded} (RFC 7239) before the {@code
 * X-Forwarded-*} headers before the request itself.
 */
final class Forwarded {
  private Forwarded() {}

  static @Nullable String scheme(HttpServerRequest request) {
    String scheme = parameter(request.header("forwarded"), "proto");
    if (scheme == null) {
      scheme = first(request.header("x-forwarded-proto"));
    }
    return scheme == null ? request.scheme() : scheme;
  }

  static @Nullable String client(HttpServerRequest request) {
    String client = parameter(request.header("forwarded"), "for");
    if (client == null) {
      client = first(request.header("x-forwarded-for"));
    }
    return client == null ? null : host(client);
  }

  /** Sets {@code server.address} and {@code server.port}: those that the caller asked for. */
  static void server(HttpServerRequest request, @Nullable String scheme, Span span) {
    String authority = parameter(request.header("forwarded"), "host");
    if (authority == null) {
      authority = first(request.header("x-forwarded-host"));
    }
    if (authority == null) {
      authority = request.header("host");
    }
    if (authority == null || authority.isEmpty()) {
      return;
    }
    span.set("server.address", host(authority));
    int port = port(authority);
    if (port < 0) {
      port = "http".equals(scheme) ? 80 : "https".equals(scheme) ? 443 : -1;
    }
    if (port > 0) {
      span.set("server.port", port);
    }
  }

  private static @Nullable String first(@Nullable String list) {
    if (list == null) {
      return null;
    }
    int comma = list.indexOf(',');
    String first = (comma < 0 ? list : list.substring(0, comma)).trim();
    return first.isEmpty() ? null : unquoted(first);
  }

  /** Returns a parameter of the first element that has it. */
  private static @Nullable String parameter(@Nullable String forwarded, String name) {
    if (forwarded == null) {
      return null;
    }
    int at = 0;
    while (at < forwarded.length()) {
      int end = at;
      boolean quoted = false;
      while (end < forwarded.length()
          && (quoted || forwarded.charAt(end) != ';' && forwarded.charAt(end) != ',')) {
        quoted ^= forwarded.charAt(end) == '"';
        end++;
      }
      String pair = forwarded.substring(at, end).trim();
      if (pair.length() > name.length()
          && pair.charAt(name.length()) == '='
          && pair.regionMatches(true, 0, name, 0, name.length())) {
        return unquoted(pair.substring(name.length() + 1));
      }
      at = end + 1;
    }
    return null;
  }

  private static String unquoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  /** Returns the host of {@code host}, {@code host:port}, {@code [v6]} or {@code [v6]:port}. */
  static String host(String authority) {
    if (authority.startsWith("[")) {
      int end = authority.indexOf(']');
      return end < 0 ? authority : authority.substring(1, end);
    }
    int colon = authority.indexOf(':');
    return colon < 0 || authority.indexOf(':', colon + 1) >= 0
        ? authority
        : authority.substring(0, colon);
  }

  private static int port(String authority) {
    int colon = authority.lastIndexOf(':');
    if (colon < 0 || authority.indexOf(']') > colon) {
      return -1;
    }
    int port = 0;
    for (int i = colon + 1; i < authority.length(); i++) {
      char c = authority.charAt(i);
      if (c < '0' || c > '9' || port > 65535) {
        return -1;
      }
      port = port * 10 + (c - '0');
    }
    return port;
  }
}
