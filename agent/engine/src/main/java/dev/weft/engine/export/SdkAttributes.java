// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.logs.LogRecord;
import dev.weft.api.metrics.Instrument;
import dev.weft.api.metrics.Labels;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanEvent;
import dev.weft.engine.export.otlp.ExceptionAttributes;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns recorded attributes into the SDK's; used by the export thread alone. */
final class SdkAttributes {
  private static final Attributes OVERFLOW =
      Attributes.builder().put("otel.metric.overflow", true).build();

  private final AttributeKeys<String> texts = new AttributeKeys<>(AttributeKey::stringKey);
  private final AttributeKeys<Long> numbers = new AttributeKeys<>(AttributeKey::longKey);
  private final AttributeKeys<Double> fractions = new AttributeKeys<>(AttributeKey::doubleKey);
  private final AttributeKeys<Boolean> flags = new AttributeKeys<>(AttributeKey::booleanKey);
  private final AttributeKeys<List<String>> lists =
      new AttributeKeys<>(AttributeKey::stringArrayKey);
  private final int countLimit;
  private final int lengthLimit;

  /**
   * Creates it.
   *
   * @param countLimit attributes beyond it are left out
   * @param lengthLimit texts are cut to so many characters
   */
  SdkAttributes(int countLimit, int lengthLimit) {
    this.countLimit = countLimit;
    this.lengthLimit = lengthLimit;
  }

  Attributes of(Span span) {
    return new SpanAttributes(span, Math.min(span.attributeCount(), countLimit), this);
  }

  Attributes of(LogRecord record) {
    int count = Math.min(record.attributeCount(), countLimit);
    Throwable thrown = record.thrown();
    if (count == 0 && thrown == null) {
      return Attributes.empty();
    }
    AttributesBuilder builder = Attributes.builder();
    for (int i = 0; i < count; i++) {
      put(builder, record.attributeKey(i), record.attributeValue(i), lengthLimit);
    }
    if (thrown != null) {
      ExceptionAttributes.put(builder::put, thrown);
    }
    return builder.build();
  }

  Attributes of(SpanEvent event) {
    AttributesBuilder builder = Attributes.builder();
    Throwable thrown = event.thrown();
    if (thrown != null) {
      ExceptionAttributes.put(builder::put, thrown);
    }
    int room = countLimit;
    for (int i = 0; i < event.attributeCount() && room > 0; i++) {
      Object value = event.attributeValue(i);
      if (value != null) {
        put(builder, event.attributeKey(i), value, lengthLimit);
        room--;
      }
    }
    return builder.build();
  }

  /** Metrics are not limited: their attributes are of our own choosing. */
  Attributes of(Instrument instrument, @Nullable Labels labels) {
    if (labels == null) {
      return OVERFLOW;
    }
    AttributesBuilder builder = Attributes.builder();
    for (int i = 0; i < labels.size(); i++) {
      Object value = labels.get(i);
      if (value != null) {
        put(builder, instrument.key(i), value, Integer.MAX_VALUE);
      }
    }
    return builder.build();
  }

  @SuppressWarnings("unchecked")
  private <T> void put(AttributesBuilder builder, String key, T value, int limit) {
    builder.put((AttributeKey<T>) key(key, value), (T) value(value, limit));
  }

  /** Returns the key for a name and a recorded value. */
  AttributeKey<?> key(String name, Object value) {
    if (value instanceof String) {
      return texts.of(name);
    }
    if (value instanceof Long) {
      return numbers.of(name);
    }
    if (value instanceof Boolean) {
      return flags.of(name);
    }
    return value instanceof Double ? fractions.of(name) : lists.of(name);
  }

  /** Returns a recorded value as the SDK has it. */
  Object value(Object value) {
    return value(value, lengthLimit);
  }

  private static Object value(Object value, int limit) {
    if (value instanceof String) {
      return cut((String) value, limit);
    }
    if (!(value instanceof String[])) {
      return value;
    }
    String[] texts = (String[]) value;
    List<String> cut = new ArrayList<>(texts.length);
    for (String text : texts) {
      cut.add(cut(text, limit));
    }
    return cut;
  }

  private static String cut(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, limit);
  }
}
