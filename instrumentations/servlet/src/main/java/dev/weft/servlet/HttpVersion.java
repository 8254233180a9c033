// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import org.jspecify.annotations.Nullable;

/** The version in {@code HTTP/1.1}. */
final class HttpVersion {
  private HttpVersion() {}

  static @Nullable String of(@Nullable String protocol) {
    if (protocol == null || !protocol.startsWith("HTTP/")) {
      return null;
    }
    switch (protocol) {
      case "HTTP/1.1":
        return "1.1";
      case "HTTP/2.0":
        return "2";
      default:
        return protocol.substring("HTTP/".length());
    }
  }
}
