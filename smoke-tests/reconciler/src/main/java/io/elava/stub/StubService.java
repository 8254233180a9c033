// SPDX-License-Identifier: Apache-2.0
package io.elava.stub;

import java.net.URI;
import java.util.Map;

/** What answers AWS calls. Thread-safe. */
interface StubService {

  /**
   * Answers a call.
   *
   * @param parameters of the body, empty where it is no form
   */
  StubAnswer answer(String method, URI uri, Map<String, String> parameters);
}
