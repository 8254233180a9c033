// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that an {@link OtlpReceiver} answered, accepted or not.
 *
 * @param transport how it came
 * @param path HTTP path, such as {@code /v1/traces}, or full gRPC method name
 * @param headers request headers or gRPC metadata; look-ups ignore case
 * @param size bytes of the protobuf message, decompressed; of the body as sent if it was refused
 *     unread
 * @param status HTTP status of the answer; for gRPC 200 or the HTTP status that was translated
 */
public record OtlpRequest(
    Transport transport, String path, Map<String, List<String>> headers, int size, int status) {

  /** The transports of OTLP that the receiver understands. */
  public enum Transport {
    HTTP_PROTOBUF,
    GRPC
  }

  /** Returns the first value of a header, whatever its case. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }
}
