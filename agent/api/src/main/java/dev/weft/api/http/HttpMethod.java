// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import dev.weft.api.trace.Span;

/** How request methods are reported: those that nobody knows must not multiply series. */
final class HttpMethod {
  private HttpMethod() {}

  /** Returns the method for {@code http.request.method}. */
  static String reported(String method) {
    return HttpSettings.get().knows(method) ? method : "_OTHER";
  }

  /** Returns the method as span names show it. */
  static String named(String method) {
    return HttpSettings.get().knows(method) ? method : "HTTP";
  }

  static void describe(Span span, String method) {
    String reported = reported(method);
    span.set("http.request.method", reported);
    if (!reported.equals(method)) {
      span.set("http.request.method_original", method);
    }
  }
}
