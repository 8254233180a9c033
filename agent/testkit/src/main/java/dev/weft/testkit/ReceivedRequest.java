// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it reached an {@link HttpTarget}.
 *
 * @param method HTTP method
 * @param target path and query as they came
 * @param headers names as the server spells them; look-ups ignore case
 * @param body read as UTF-8, empty if there was none
 */
public record ReceivedRequest(
    String method, String target, Map<String, List<String>> headers, String body) {

  /** Returns the first value of a header, whatever its case. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }
}
