// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@link RawHttp} got back.
 *
 * @param status HTTP status
 * @param headers names as they came; look-ups ignore case
 * @param body after removal of chunking, read as UTF-8, empty if there was none
 */
public record RawResponse(int status, Map<String, List<String>> headers, String body) {

  /** Returns the first value of a header, whatever its case. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }
}
