// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.otlp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Bytes in memory that grows with them and is used again for one request after the other. Used by
 * one thread at a time.
 */
class GrowingBytes {
  private static final int FIRST = 8 * 1024;
  private static final int LARGE = 1024 * 1024;
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private byte[] bytes = new byte[FIRST];
  private int size;

  final int size() {
    return size;
  }

  /** Goes back to where the size was this, or forward again. */
  final void size(int known) {
    size = known;
  }

  /** Takes all back, and lets go of the memory that only a large request needs. */
  final void clear() {
    size = 0;
    if (bytes.length > LARGE) {
      bytes = new byte[FIRST];
    }
  }

  final void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  final byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** Leaves out so many bytes, to be written later, and returns the size then. */
  final int skip(int count) {
    room(count);
    size += count;
    return size;
  }

  /** Moves all from a place on. */
  final void move(int from, int by) {
    if (by != 0) {
      room(Math.max(0, by));
      System.arraycopy(bytes, from, bytes, from + by, size - from);
      size += by;
    }
  }

  final void raw(byte[] encoded) {
    room(encoded.length);
    System.arraycopy(encoded, 0, bytes, size, encoded.length);
    size += encoded.length;
  }

  /** Writes the first characters of a text. */
  final void utf8(String text, int length) {
    room(length);
    byte[] into = bytes;
    int start = size;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        size = start + i;
        beyondAscii(text, i, length);
        return;
      }
      into[start + i] = (byte) c;
    }
    size = start + length;
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

  final void bigEndian(int value) {
    room(4);
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  final void bigEndian(long value) {
    room(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  final void varint(long value) {
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
