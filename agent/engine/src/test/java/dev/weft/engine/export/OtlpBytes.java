// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Compares requests. The SDK puts the scopes of a resource in an order that depends on the identity
 * hash codes of their objects, so these may differ; all else is the same.
 */
final class OtlpBytes {
  private final byte[] bytes;
  private int at;

  private OtlpBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  static void assertSame(byte[] ours, byte[] theirs) {
    List<byte[]> resource = fields(ours);
    List<byte[]> expected = fields(theirs);
    assertThat(resource).hasSize(1);
    assertThat(expected).hasSize(1);
    List<byte[]> parts = fields(resource.get(0));
    List<byte[]> expectedParts = fields(expected.get(0));
    assertThat(parts.get(0)).as("resource").isEqualTo(expectedParts.get(0));
    if (parts.size() == 2) {
      int at = Arrays.mismatch(ours, theirs);
      assertThat(at).as(() -> around(ours, at) + " instead of " + around(theirs, at)).isNegative();
    }
    assertThat(parts).usingElementComparator(Arrays::compare).hasSameElementsAs(expectedParts);
    assertThat(ours).hasSameSizeAs(theirs);
  }

  private static String around(byte[] bytes, int at) {
    int from = Math.max(0, at - 20);
    int to = Math.min(bytes.length, at + 20);
    return "at " + at + ": " + HexFormat.of().formatHex(bytes, from, to);
  }

  /** Returns the contents of a message all whose fields are messages. */
  private static List<byte[]> fields(byte[] message) {
    OtlpBytes reader = new OtlpBytes(message);
    List<byte[]> fields = new ArrayList<>();
    while (reader.at < message.length) {
      assertThat(reader.varint() & 7).as("type").isEqualTo(2);
      int length = reader.varint();
      fields.add(Arrays.copyOfRange(message, reader.at, reader.at + length));
      reader.at += length;
    }
    return fields;
  }

  private int varint() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
