// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The first lines of each request of a sender, which are always the same. */
final class RequestHead {
  private static final String END = "\r\n";

  private RequestHead() {}

  /**
   * Returns them, without the length.
   *
   * @throws IllegalArgumentException if a header cannot be sent; its value, which may be secret, is
   *     not in the message
   */
  static String of(Target target, HttpSenderConfig config) {
    StringBuilder head = new StringBuilder("POST ").append(target.path()).append(" HTTP/1.1\r\n");
    Map<String, List<String>> headers = config.getHeadersSupplier().get();
    boolean hostGiven = false;
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      String name = header.getKey();
      if (isOurs(name)) {
        continue;
      }
      hostGiven |= name.equalsIgnoreCase("Host");
      for (String value : header.getValue()) {
        check(name, value);
        head.append(name).append(": ").append(value).append(END);
      }
    }
    if (!hostGiven) {
      head.append("Host: ").append(target.authority()).append(END);
    }
    head.append("Content-Type: ").append(config.getContentType()).append(END);
    Compressor compressor = config.getCompressor();
    if (compressor != null) {
      head.append("Content-Encoding: ").append(compressor.getEncoding()).append(END);
    }
    return head.toString();
  }

  /** What only the one who writes the body can know. */
  private static boolean isOurs(String name) {
    switch (name.toLowerCase(Locale.ROOT)) {
      case "content-type":
      case "content-length":
      case "content-encoding":
      case "transfer-encoding":
      case "expect":
        return true;
      default:
        return false;
    }
  }

  private static void check(String name, String value) {
    boolean named = !name.isEmpty();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      named &= c > ' ' && c < 0x7f && c != ':';
    }
    if (!named) {
      throw new IllegalArgumentException("a header has a name that cannot be sent");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c >= 0x7f) {
        throw new IllegalArgumentException(
            "the value of header " + name + " has a character that cannot be sent");
      }
    }
  }
}
