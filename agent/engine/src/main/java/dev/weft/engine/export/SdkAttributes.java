// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.logs.LogRecord;
import dev.weft.api.metrics.Instrument;
import dev.weft.api.metrics.Labels;
import dev.weft.api.trace.Span;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Turns recorded attributes into the SDK's, on the export thread. */
final class SdkAttributes {
  private static final Attributes OVERFLOW =
      Attributes.builder().put("otel.metric.overflow", true).build();

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
    AttributesBuilder builder = Attributes.builder();
    int count = Math.min(span.attributeCount(), countLimit);
    for (int i = 0; i < count; i++) {
      put(builder, span.attributeKey(i), span.attributeValue(i), lengthLimit);
    }
    return builder.build();
  }

  Attributes of(LogRecord record) {
    AttributesBuilder builder = Attributes.builder();
    int count = Math.min(record.attributeCount(), countLimit);
    for (int i = 0; i < count; i++) {
      put(builder, record.attributeKey(i), record.attributeValue(i), lengthLimit);
    }
    Throwable thrown = record.thrown();
    if (thrown != null) {
      ExceptionAttributes.put(builder, thrown);
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

  private static void put(AttributesBuilder builder, String key, Object value, int limit) {
    if (value instanceof String) {
      builder.put(key, cut((String) value, limit));
    } else if (value instanceof Long) {
      builder.put(key, (Long) value);
    } else if (value instanceof Boolean) {
      builder.put(key, (Boolean) value);
    } else if (value instanceof Double) {
      builder.put(key, (Double) value);
    } else if (value instanceof String[]) {
      String[] texts = ((String[]) value).clone();
      Arrays.setAll(texts, i -> cut(texts[i], limit));
      builder.put(key, texts);
    }
  }

  private static String cut(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, limit);
  }
}
