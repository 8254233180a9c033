// SPDX-License-Identifier: Apache-2.0
package io.elava.stub;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads the body of a form. */
final class Form {

  private Form() {}

  static Map<String, String> parameters(String body) {
    Map<String, String> parameters = new HashMap<>();
    int start = 0;
    while (start < body.length()) {
      int end = body.indexOf('&', start);
      end = end < 0 ? body.length() : end;
      int equals = body.indexOf('=', start);
      if (equals > start && equals < end) {
        String value = URLDecoder.decode(body.substring(equals + 1, end), StandardCharsets.UTF_8);
        parameters.put(body.substring(start, equals), value);
      }
      start = end + 1;
    }
    return parameters;
  }
}
