// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import dev.weft.api.trace.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** A field of a request or response that is reported as an attribute. */
final class AwsField {
  /** How a value is reported. */
  enum Form {
    /** Texts, flags and whole numbers, as they are. */
    PLAIN,
    /** A number as a floating-point one. */
    DOUBLE,
    /** A text, the elements of a list or the keys of a map, as a list of texts. */
    TEXTS,
    /** The size of a list. */
    SIZE,
    /** A structure, as JSON. */
    JSON,
    /** A structure or a list of them, as a list of JSON texts. */
    JSONS
  }

  private final String attribute;
  private final String[] path;
  private final Form form;

  private AwsField(String attribute, Form form, String... path) {
    this.attribute = attribute;
    this.form = form;
    this.path = path;
  }

  /** Describes a field by its name in the protocol, or by the names that lead to it. */
  static AwsField of(String attribute, Form form, String... path) {
    return new AwsField(attribute, form, path);
  }

  void report(SdkPojo message, Span span) {
    Object value = message;
    for (String name : path) {
      value = value instanceof SdkPojo ? field((SdkPojo) value, name) : null;
    }
    if (value == null
        || value instanceof SdkAutoConstructList
        || value instanceof SdkAutoConstructMap) {
      return;
    }
    set(value, span);
  }

  static @Nullable Object field(SdkPojo message, String name) {
    for (SdkField<?> field : message.sdkFields()) {
      if (field.locationName().equals(name)) {
        return field.getValueOrDefault(message);
      }
    }
    return null;
  }

  private void set(Object value, Span span) {
    switch (form) {
      case PLAIN:
        setPlain(value, span);
        break;
      case DOUBLE:
        span.set(attribute, ((Number) value).doubleValue());
        break;
      case TEXTS:
        span.set(attribute, texts(elements(value), false));
        break;
      case SIZE:
        span.set(attribute, elements(value).size());
        break;
      case JSON:
        span.set(attribute, FieldJson.of(value));
        break;
      case JSONS:
        span.set(attribute, texts(elements(value), true));
        break;
    }
  }

  private void setPlain(Object value, Span span) {
    if (value instanceof Boolean) {
      span.set(attribute, (Boolean) value);
    } else if (value instanceof Number) {
      span.set(attribute, ((Number) value).longValue());
    } else {
      span.set(attribute, value.toString());
    }
  }

  private static Collection<?> elements(Object value) {
    if (value instanceof Map) {
      return ((Map<?, ?>) value).keySet();
    }
    return value instanceof Collection ? (Collection<?>) value : Collections.singleton(value);
  }

  private static String[] texts(Collection<?> values, boolean json) {
    List<String> texts = new ArrayList<>(values.size());
    for (Object value : values) {
      texts.add(json ? FieldJson.of(value) : String.valueOf(value));
    }
    return texts.toArray(new String[0]);
  }
}
