// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import dev.weft.api.trace.SpanContext;
import dev.weft.api.trace.XrayHeader;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Puts the trace header on a request. An interceptor can only replace the request, and the SDK
 * copies all headers for that, and once more for its own; a moment later it has a builder anyway.
 * That is internal to the SDK: until it is seen for the first time the interceptor puts the header.
 */
final class TraceHeader {
  private static volatile boolean seen;

  private TraceHeader() {}

  /** Returns whether this SDK has shown us its builder. */
  static boolean mutableRequestsSeen() {
    return seen;
  }

  /** Puts the header on a request that the SDK itself is about to change. */
  static void putOnMutable(AwsCall call, SdkHttpRequest.Builder request) {
    if (!seen) {
      seen = true;
    }
    put(call, request);
  }

  /** Puts the header on a request, unless it was done. */
  static void put(AwsCall call, SdkHttpRequest.Builder request) {
    SpanContext span = call.span().context();
    if (!call.propagated && span.valid()) {
      request.putHeader(XrayHeader.NAME, XrayHeader.of(span));
      call.propagated = true;
    }
  }
}
