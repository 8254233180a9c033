// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

/**
 * The id of a trace, shared by all its spans in this process, as a text only when that is asked
 * for. Thread-safe: threads that work the text out at the same time find the same.
 */
final class TraceId {
  private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);

  final long high;
  final long low;
  private @Nullable String text;

  TraceId(long high, long low) {
    this.high = high;
    this.low = low;
  }

  /** Returns 32 hexadecimal digits. */
  String text() {
    String known = text;
    if (known == null) {
      byte[] digits = new byte[32];
      hex(high, digits, 0);
      hex(low, digits, 16);
      known = new String(digits, ISO_8859_1);
      text = known;
    }
    return known;
  }

  static String hex(long value) {
    byte[] digits = new byte[16];
    hex(value, digits, 0);
    return new String(digits, ISO_8859_1);
  }

  private static void hex(long value, byte[] into, int at) {
    for (int i = 0; i < 16; i++) {
      into[at + i] = HEX[(int) (value >>> (60 - 4 * i)) & 15];
    }
  }
}
