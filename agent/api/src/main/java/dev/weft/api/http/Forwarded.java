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
    String scheme = parameter(request, "proto");
    if (scheme == null) {
      scheme = first(request.header("x-forwarded-proto"));
    }
    return scheme == null ? request.scheme() : scheme;
  }

  static @Nullable String client(HttpServerRequest request) {
    String client = parameter(request, "for");
    if (client == null) {
      client = first(request.header("x-forwarded-for"));
    }
    return client == null ? null : host(client);
  }

  /** Sets {@code server.address} and {@code server.port}: those that the caller asked for. */
  static void server(HttpServerRequest request, @Nullable String scheme, Span span) {
    String authority = parameter(request, "host");
    if (authority == null) {
      authority = first(request.header("x-forwarded-host"));
    }
    if (authority == null) {
      authority = request.header("host");
    }
    String host = authority == null ? null : host(authority);
    if (authority == null || host == null) {
      return;
    }
    span.set("server.address", host);
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
    return unquoted(first);
  }

  /** Returns a parameter of the first element that has it, over all lines of the header. */
  private static @Nullable String parameter(HttpServerRequest request, String name) {
    String line = request.header("forwarded");
    String value = line == null ? null : parameter(line, name);
    if (line == null || value != null) {
      return value;
    }
    for (String each : request.headers("forwarded")) {
      value = parameter(each, name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable String parameter(String forwarded, String name) {
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
        String value = unquoted(pair.substring(name.length() + 1));
        if (value != null) {
          return value;
        }
      }
      at = end + 1;
    }
    return null;
  }

  /** Returns the text without its quotes, or null where it is empty or a quote is left open. */
  private static @Nullable String unquoted(String text) {
    if (!text.startsWith("\"")) {
      return text.isEmpty() ? null : text;
    }
    return text.length() > 2 && text.endsWith("\"") ? text.substring(1, text.length() - 1) : null;
  }

  /**
   * Returns the host of {@code host}, {@code host:port}, {@code v6}, {@code [v6]} or {@code
   * [v6]:port}, or null where there is none.
   */
  private static @Nullable String host(String authority) {
    if (authority.startsWith("[")) {
      int end = authority.indexOf(']');
      return end < 0 ? null : authority.substring(1, end);
    }
    if (authority.isEmpty()) {
      return null;
    }
    int colon = authority.indexOf(':');
    return colon < 0 || authority.indexOf(':', colon + 1) >= 0
        ? authority
        : authority.substring(0, colon);
  }

  private static int port(String authority) {
    int colon = authority.lastIndexOf(':');
    int bracket = authority.indexOf(']');
    boolean bareAddress = bracket < 0 && authority.indexOf(':') != colon;
    if (colon < 0 || colon == authority.length() - 1 || bracket > colon || bareAddress) {
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
    return port > 65535 ? -1 : port;
  }
}
