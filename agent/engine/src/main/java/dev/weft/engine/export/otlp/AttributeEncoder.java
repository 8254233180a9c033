// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.otlp;

/** Writes attributes: OTLP's KeyValue, and in it AnyValue, whose fields are written in any case. */
final class AttributeEncoder {
  private static final int KEY = 1;
  private static final int VALUE = 2;

  private static final int TEXT = 1;
  private static final int FLAG = 2;
  private static final int NUMBER = 3;
  private static final int FRACTION = 4;
  private static final int ARRAY = 5;
  private static final int ARRAY_VALUES = 1;

  /** Of the bytes around a text. */
  private static final int OVERHEAD = 4;

  private AttributeEncoder() {}

  /**
   * Writes one.
   *
   * @param value String, Long, Double, Boolean or String[]
   * @param limit texts are cut to so many characters
   */
  static void write(ProtoBuffer out, int field, String key, Object value, int limit) {
    int width = width(value, key.length());
    int attribute = out.begin(field, width);
    if (!key.isEmpty()) {
      out.text(KEY, key, key.length());
    }
    int valueWidth = width(value, 0);
    int any = out.begin(VALUE, valueWidth);
    value(out, value, limit);
    out.end(any, valueWidth);
    out.end(attribute, width);
  }

  /** Returns how many bytes the length is likely to take of a message with a value and more. */
  static int width(Object value, int more) {
    int length = value instanceof String ? ((String) value).length() : 0;
    return ProtoBuffer.width(length + more + OVERHEAD);
  }

  private static void value(ProtoBuffer out, Object value, int limit) {
    if (value instanceof String) {
      text(out, (String) value, limit);
    } else if (value instanceof Long) {
      out.number(NUMBER, (Long) value);
    } else if (value instanceof Boolean) {
      out.number(FLAG, (Boolean) value ? 1 : 0);
    } else if (value instanceof Double) {
      out.fixed64(FRACTION, Double.doubleToRawLongBits((Double) value));
    } else {
      int array = out.begin(ARRAY, 1);
      for (String text : (String[]) value) {
        int any = out.begin(ARRAY_VALUES, 1);
        text(out, text, limit);
        out.end(any, 1);
      }
      out.end(array, 1);
    }
  }

  /** Writes the text of an AnyValue. */
  static void text(ProtoBuffer out, String text, int limit) {
    out.text(TEXT, text, Math.min(text.length(), limit));
  }
}
