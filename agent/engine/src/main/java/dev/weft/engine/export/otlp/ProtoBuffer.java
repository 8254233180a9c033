// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.otlp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of protobuf, used again for one request after the other. A message's length goes before it
 * and takes as few bytes as it can: room is left for the likely number of them, and what was
 * written is moved where that was wrong. Used by one thread at a time.
 */
final class ProtoBuffer {
  private static final int FIRST = 8 * 1024;
  private static final int LARGE = 1024 * 1024;
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED32 = 5;

  private byte[] bytes = new byte[FIRST];
  private int size;

  int size() {
    return size;
  }

  /** Takes back what was written since the size was this. */
  void cut(int toSize) {
    size = toSize;
  }

  /** Takes all back, and lets go of the memory that only a large request needs. */
  void clear() {
    size = 0;
    if (bytes.length > LARGE) {
      bytes = new byte[FIRST];
    }
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /**
   * Begins a nested message.
   *
   * @param width how many bytes its length is likely to take
   * @return what to end it with
   */
  int begin(int field, int width) {
    tag(field, LENGTH_DELIMITED);
    room(width);
    size += width;
    return size;
  }

  /** Ends what {@link #begin} returned this for, with the same width. */
  void end(int start, int width) {
    int length = size - start;
    int needed = width(length);
    if (needed != width) {
      room(needed);
      System.arraycopy(bytes, start, bytes, start - width + needed, length);
    }
    size = start - width;
    varint(length);
    size += length;
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
    room(4);
    for (int i = 0; i < 4; i++) {
      bytes[size++] = (byte) (value >>> (8 * i));
    }
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

  void raw(byte[] encoded) {
    room(encoded.length);
    System.arraycopy(encoded, 0, bytes, size, encoded.length);
    size += encoded.length;
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
    room(length);
    byte[] into = bytes;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        size = start + i;
        beyondAscii(text, i, length);
        end(start, width);
        return;
      }
      into[start + i] = (byte) c;
    }
    size = start + length;
    end(start, width);
  }

  private void beyondAscii(String text, int from, int to) {
    room(3L * (to - from));
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        put(c);
      } else if (c < 0x800) {
        put(0xc0 | c >> 6);
        put(0x80 | c & 0x3f);
      } else if (!Character.isSurrogate(c)) {
        put(0xe0 | c >> 12);
        put(0x80 | c >> 6 & 0x3f);
        put(0x80 | c & 0x3f);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < to
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        int point = Character.toCodePoint(c, text.charAt(++i));
        put(0xf0 | point >> 18);
        put(0x80 | point >> 12 & 0x3f);
        put(0x80 | point >> 6 & 0x3f);
        put(0x80 | point & 0x3f);
      } else {
        put('?'); // half a character, as String.getBytes has it
      }
    }
  }

  private void put(int value) {
    bytes[size++] = (byte) value;
  }

  private void bigEndian(long value) {
    room(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  private void tag(int field, int type) {
    varint(field << 3 | type);
  }

  private void varint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  private void room(long more) {
    long needed = size + more;
    if (needed > bytes.length) {
      long twice = Math.min(2L * bytes.length, LARGEST);
      bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.max(needed, twice)));
    }
  }
}
