// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import java.util.Locale;

/** The parts of an endpoint's URL, found without {@code java.net.URI} and what that loads. */
final class Endpoint {
  private static final int NO_PORT = -1;

  private Endpoint() {}

  static boolean isValid(String url) {
    String authority = authority(url);
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = portColon(host);
    if (colon < 0) {
      return !host.isEmpty();
    }
    int port = port(url);
    return colon > 0 && port > 0 && port <= 65_535;
  }

  /** Whether it names this machine, told from the text alone. */
  static boolean isLoopback(String url) {
    String authority = authority(url);
    int colon = portColon(authority);
    String host = colon < 0 ? authority : authority.substring(0, colon);
    host = host.substring(host.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.matches("127(\\.\\d{1,3}){3}")
        || host.equals("[::1]")
        || host.equals("[0:0:0:0:0:0:0:1]");
  }

  /** The port that the URL names, -1 if it names none. */
  static int port(String url) {
    String authority = authority(url);
    int colon = portColon(authority);
    if (colon < 0) {
      return NO_PORT;
    }
    try {
      return Integer.parseInt(authority.substring(colon + 1));
    } catch (NumberFormatException e) {
      return NO_PORT;
    }
  }

  static String withPath(String url, String path) {
    String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    return base + path;
  }

  static boolean hasPath(String url) {
    return authorityEnd(url) < url.length();
  }

  private static String authority(String url) {
    return url.substring(authorityStart(url), authorityEnd(url));
  }

  private static int authorityStart(String url) {
    if (url.regionMatches(true, 0, "http://", 0, 7)) {
      return 7;
    }
    return url.regionMatches(true, 0, "https://", 0, 8) ? 8 : url.length();
  }

  private static int authorityEnd(String url) {
    for (int i = authorityStart(url); i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == '/' || c == '?' || c == '#') {
        return i;
      }
    }
    return url.length();
  }

  // An IPv6 address has colons of its own, inside brackets.
  private static int portColon(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') && colon > authority.lastIndexOf('@') ? colon : -1;
  }
}
