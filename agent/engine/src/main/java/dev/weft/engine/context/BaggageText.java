// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.context;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the text of W3C Baggage, for propagators that have another place for its
 * entries. Values are percent-decoded, metadata is left out. No more than 64 entries and 8192
 * characters are read or written, as in W3C Baggage.
 */
final class BaggageText {
  private static final int MOST_ENTRIES = 64;
  private static final int LONGEST = 8192;
  private static final String HEX = "0123456789ABCDEF";
  private static final String OTHER_TOKEN_CHARACTERS = "!#$%&'*+-.^_`|~";
  private static final String NOT_IN_VALUES = "\",;\\%";

  private final Map<String, String> entries = new LinkedHashMap<>();
  private int length;
  private boolean full;

  /** Returns the entries of a header, in their order; those that are malformed are left out. */
  static Map<String, String> entries(@Nullable String baggage) {
    BaggageText text = new BaggageText();
    int start = 0;
    while (baggage != null && start < baggage.length() && !text.full) {
      int comma = baggage.indexOf(',', start);
      int end = comma < 0 ? baggage.length() : comma;
      int metadata = baggage.indexOf(';', start);
      int valueEnd = metadata < 0 || metadata > end ? end : metadata;
      int equals = baggage.indexOf('=', start);
      if (equals >= 0 && equals < valueEnd) {
        String value = decoded(baggage.substring(equals + 1, valueEnd).trim());
        text.add(baggage.substring(start, equals).trim(), value);
      }
      start = end + 1;
    }
    return text.entries;
  }

  /** Returns baggage with one entry more, or in place of the one it had. */
  static @Nullable String with(String key, String value, @Nullable String baggage) {
    BaggageText text = new BaggageText();
    for (Map.Entry<String, String> entry : entries(baggage).entrySet()) {
      if (!entry.getKey().equals(key)) {
        text.add(entry.getKey(), entry.getValue());
      }
    }
    text.add(key, value);
    return text.header();
  }

  /** Adds an entry, unless it cannot be one or there are too many. */
  void add(String key, String value) {
    if (full || !token(key)) {
      return;
    }
    if (entries.size() == MOST_ENTRIES || length + key.length() + value.length() > LONGEST) {
      full = true;
      return;
    }
    length += key.length() + value.length();
    entries.put(key, value);
  }

  /** Returns whether a text can be sent as the name of a header, alone or behind a prefix. */
  static boolean token(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean alphanumeric = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!alphanumeric && OTHER_TOKEN_CHARACTERS.indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Returns the header, or null where there are no entries. */
  @Nullable String header() {
    if (entries.isEmpty()) {
      return null;
    }
    StringBuilder header = new StringBuilder();
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      header.append(header.length() == 0 ? "" : ",").append(entry.getKey()).append('=');
      encode(entry.getValue(), header);
    }
    return HeaderText.passable(header.toString());
  }

  private static void encode(String value, StringBuilder into) {
    for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      if (c > ' ' && c <= '~' && NOT_IN_VALUES.indexOf(c) < 0) {
        into.append(c);
      } else {
        into.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
  }

  private static String decoded(String value) {
    if (value.indexOf('%') < 0) {
      return value;
    }
    byte[] octets = value.getBytes(StandardCharsets.UTF_8);
    int size = 0;
    for (int i = 0; i < octets.length; i++) {
      int high = i + 2 < octets.length ? Character.digit(octets[i + 1], 16) : -1;
      int low = i + 2 < octets.length ? Character.digit(octets[i + 2], 16) : -1;
      boolean escape = octets[i] == '%' && high >= 0 && low >= 0;
      octets[size++] = escape ? (byte) (high << 4 | low) : octets[i];
      i += escape ? 2 : 0;
    }
    return new String(octets, 0, size, StandardCharsets.UTF_8);
  }
}
