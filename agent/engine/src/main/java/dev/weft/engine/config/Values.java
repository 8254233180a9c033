// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values. By hand, because regular expressions and streams would slow the start. */
final class Values {
  private Values() {}

  /** Not negative. */
  static int integer(String text) {
    int number = Integer.parseInt(text);
    if (number < 0) {
      throw new NumberFormatException(text);
    }
    return number;
  }

  static double ratio(String text) {
    double number = Double.parseDouble(text);
    if (number >= 0 && number <= 1) {
      return number;
    }
    throw new NumberFormatException(text);
  }

  /** Milliseconds; not negative. */
  static long duration(String text) {
    int digits = 0;
    while (digits < text.length() && isDigit(text.charAt(digits))) {
      digits++;
    }
    long amount = Long.parseLong(text.substring(0, digits));
    long unit = millisPerUnit(text.substring(digits).trim());
    if (amount > Long.MAX_VALUE / unit) {
      throw new NumberFormatException(text);
    }
    return amount * unit;
  }

  private static long millisPerUnit(String unit) {
    switch (unit) {
      case "":
      case "ms":
        return 1;
      case "s":
        return 1000;
      case "m":
        return 60_000;
      case "h":
        return 3_600_000;
      case "d":
        return 86_400_000;
      default:
        throw new NumberFormatException(unit);
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The entries between the commas, trimmed; empty ones are left out. */
  static List<String> list(String text) {
    List<String> entries = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String entry = text.substring(start, end).trim();
      if (!entry.isEmpty()) {
        entries.add(entry);
      }
      start = end + 1;
    }
    return entries;
  }

  static String joined(List<String> entries) {
    StringBuilder text = new StringBuilder();
    for (String entry : entries) {
      text.append(text.length() == 0 ? "" : ",").append(entry);
    }
    return text.toString();
  }

  /** In the order of the text; malformed entries and those without a value are left out. */
  static Map<String, String> map(String text, boolean percentEncoded) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String entry : list(text)) {
      if (!isNamed(entry)) {
        continue;
      }
      int equals = entry.indexOf('=');
      String value = entry.substring(equals + 1).trim();
      if (!value.isEmpty()) {
        String name = entry.substring(0, equals).trim();
        map.put(name, percentEncoded ? percentDecoded(value) : value);
      }
    }
    return map;
  }

  /** Whether it is a name, '=' and anything. */
  static boolean isNamed(String entry) {
    int equals = entry.indexOf('=');
    return equals > 0 && !entry.substring(0, equals).trim().isEmpty();
  }

  /** UTF-8. A '%' that begins no escape stays, and so does '+', which occurs in tokens. */
  static String percentDecoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
    for (int i = 0; i < encoded.length; i++) {
      int octet = encoded[i] == '%' ? octet(encoded, i + 1) : -1;
      decoded.write(octet < 0 ? encoded[i] : octet);
      i += octet < 0 ? 0 : 2;
    }
    return new String(decoded.toByteArray(), StandardCharsets.UTF_8);
  }

  private static int octet(byte[] text, int index) {
    if (index + 1 >= text.length) {
      return -1;
    }
    int high = Character.digit(text[index], 16);
    int low = Character.digit(text[index + 1], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
