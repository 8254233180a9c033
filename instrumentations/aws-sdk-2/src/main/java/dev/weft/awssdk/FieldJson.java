// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** The structures of the SDK as JSON, in the names of the protocol and without absent fields. */
final class FieldJson {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out = new StringBuilder();

  private FieldJson() {}

  static String of(@Nullable Object value) {
    FieldJson json = new FieldJson();
    json.value(value);
    return json.out.toString();
  }

  private void value(@Nullable Object value) {
    if (value instanceof SdkPojo) {
      structure((SdkPojo) value);
    } else if (value instanceof Map) {
      map((Map<?, ?>) value);
    } else if (value instanceof Collection) {
      list((Collection<?>) value);
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof SdkBytes) {
      // base64 would copy what may be large, and binary keys tell nobody anything
      text("<bytes>");
    } else {
      text(value.toString());
    }
  }

  private void structure(SdkPojo message) {
    out.append('{');
    boolean first = true;
    for (SdkField<?> field : message.sdkFields()) {
      Object value = field.getValueOrDefault(message);
      if (value == null
          || value instanceof SdkAutoConstructList
          || value instanceof SdkAutoConstructMap) {
        continue;
      }
      first = separated(first);
      text(field.locationName());
      out.append(':');
      value(value);
    }
    out.append('}');
  }

  private void map(Map<?, ?> entries) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      first = separated(first);
      text(String.valueOf(entry.getKey()));
      out.append(':');
      value(entry.getValue());
    }
    out.append('}');
  }

  private void list(Collection<?> values) {
    out.append('[');
    boolean first = true;
    for (Object value : values) {
      first = separated(first);
      value(value);
    }
    out.append(']');
  }

  private boolean separated(boolean first) {
    if (!first) {
      out.append(',');
    }
    return false;
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
