// SPDX-License-Identifier: Apache-2.0
package io.elava.storage;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Keeps a map of strings in one text column, as a query string. */
final class TagText {

  private TagText() {}

  static String write(Map<String, String> values) {
    StringJoiner text = new StringJoiner("&");
    new TreeMap<>(values).forEach((key, value) -> text.add(encode(key) + "=" + encode(value)));
    return text.toString();
  }

  static Map<String, String> read(String text) {
    Map<String, String> values = new TreeMap<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('&', start);
      end = end < 0 ? text.length() : end;
      int equals = text.indexOf('=', start);
      values.put(decode(text.substring(start, equals)), decode(text.substring(equals + 1, end)));
      start = end + 1;
    }
    return values;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
