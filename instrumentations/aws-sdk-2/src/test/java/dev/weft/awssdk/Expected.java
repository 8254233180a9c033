// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import dev.weft.testkit.RecordedSpan;
import java.util.HashMap;
import java.util.Map;

/** What tests expect of the spans and headers of all services. */
final class Expected {
  private Expected() {}

  /** Returns the attributes of a call that was sent but not answered, and more. */
  static Map<String, Object> sent(
      AwsStub stub, String span, String method, String path, Map<String, ?> more) {
    int dot = span.indexOf('.');
    Map<String, Object> attributes = new HashMap<>(more);
    attributes.put("rpc.system", "aws-api");
    attributes.put("rpc.service", span.substring(0, dot));
    attributes.put("rpc.method", span.substring(dot + 1));
    attributes.put("http.request.method", method);
    attributes.put("url.full", stub.url() + path);
    attributes.put("server.address", "localhost");
    attributes.put("server.port", stub.port());
    return attributes;
  }

  /** Returns the attributes of a call that was answered, and more. */
  static Map<String, Object> answered(
      AwsStub stub, String span, String method, String path, long status, Map<String, ?> more) {
    Map<String, Object> attributes = sent(stub, span, method, path, more);
    attributes.put("http.response.status_code", status);
    return attributes;
  }

  /** Returns the trace header that names a span. */
  static String traceHeader(RecordedSpan span) {
    return "Root=1-%s-%s;Parent=%s;Sampled=1"
        .formatted(span.traceId().substring(0, 8), span.traceId().substring(8), span.spanId());
  }
}
