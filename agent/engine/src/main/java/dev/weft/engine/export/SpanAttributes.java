// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.trace.Span;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an ended span as the SDK sees attributes: looked at where they were recorded,
 * in the order in which they were, and not copied. Used by the export thread alone.
 */
final class SpanAttributes implements Attributes {
  private final Span span;
  private final int size;
  private final SdkAttributes converter;

  SpanAttributes(Span span, int size, SdkAttributes converter) {
    this.span = span;
    this.size = size;
    this.converter = converter;
  }

  @Override
  public void forEach(BiConsumer<? super AttributeKey<?>, ? super Object> consumer) {
    for (int i = 0; i < size; i++) {
      Object value = span.attributeValue(i);
      consumer.accept(converter.key(span.attributeKey(i), value), converter.value(value));
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> @Nullable T get(AttributeKey<T> key) {
    for (int i = 0; i < size; i++) {
      Object value = span.attributeValue(i);
      if (converter.key(span.attributeKey(i), value).equals(key)) {
        return (T) converter.value(value);
      }
    }
    return null;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public Map<AttributeKey<?>, Object> asMap() {
    Map<AttributeKey<?>, Object> map = new LinkedHashMap<>();
    forEach(map::put);
    return Collections.unmodifiableMap(map);
  }

  @Override
  public AttributesBuilder toBuilder() {
    return Attributes.builder().putAll(this);
  }

  @Override
  public String toString() {
    return asMap().toString();
  }
}
