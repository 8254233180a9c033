// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.otlp;

import org.jspecify.annotations.Nullable;

/**
 * Fields of protobuf messages. A message's length goes before it and takes as few bytes as it can:
 * room is left for the likely number of them, and what was written is moved where that was wrong.
 */
final class ProtoBuffer extends GrowingBytes {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED32 = 5;

  /**
   * Begins a nested message.
   *
   * @param width how many bytes its length is likely to take
   * @return what to end it with
   */
  int begin(int field, int width) {
    tag(field, LENGTH_DELIMITED);
    return skip(width);
  }

  /** Ends what {@link #begin} returned this for, with the same width. */
  void end(int start, int width) {
    int length = size() - start;
    move(start, width(length) - width);
    int end = size();
    size(start - width);
    varint(length);
    size(end);
  }

  /** Returns how many bytes a length takes: one for each seven bits. */
  static int width(int length) {
    return (38 - Integer.numberOfLeadingZeros(length | 1)) / 7;
  }

  void number(int field, long value) {
    tag(field, VARINT);
    varint(value);
  }

  /** Writes a number, but for 0, which is what a receiver takes to be there. */
  void optionalNumber(int field, long value) {
    if (value != 0) {
      number(field, value);
    }
  }

  void fixed32(int field, int value) {
    tag(field, FIXED32);
    bigEndian(Integer.reverseBytes(value));
  }

  void fixed64(int field, long value) {
    tag(field, FIXED64);
    bigEndian(Long.reverseBytes(value));
  }

  /** Writes a number, but for 0. */
  void optionalFixed64(int field, long value) {
    if (value != 0) {
      fixed64(field, value);
    }
  }

  void traceId(int field, long high, long low) {
    tag(field, LENGTH_DELIMITED);
    varint(16);
    bigEndian(high);
    bigEndian(low);
  }

  void spanId(int field, long id) {
    tag(field, LENGTH_DELIMITED);
    varint(8);
    bigEndian(id);
  }

  /** Writes a text, unless there is none. */
  void optionalText(int field, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      text(field, text, text.length());
    }
  }

  /** Writes the first characters of a text as UTF-8. */
  void text(int field, String text, int length) {
    int width = width(length);
    int start = begin(field, width);
    utf8(text, length);
    end(start, width);
  }

  private void tag(int field, int type) {
    varint(field << 3 | type);
  }
}
