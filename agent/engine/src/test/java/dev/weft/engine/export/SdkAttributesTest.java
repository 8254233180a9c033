// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.trace.Span;
import io.opentelemetry.api.common.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdkAttributesTest {
  @Test
  void of_eachType() {
    Span span = Spans.named("x").set("s", "text").set("l", 1).set("d", 0.5).set("b", true);
    span.set("a", new String[] {"x", "y"});

    Attributes attributes = new SdkAttributes(128, Integer.MAX_VALUE).of(span);

    assertThat(attributes.size()).isEqualTo(5);
    assertThat(attributes.get(stringKey("s"))).isEqualTo("text");
    assertThat(attributes.get(longKey("l"))).isEqualTo(1);
    assertThat(attributes.get(doubleKey("d"))).isEqualTo(0.5);
    assertThat(attributes.get(booleanKey("b"))).isTrue();
    assertThat(attributes.get(stringArrayKey("a"))).containsExactly("x", "y");
  }

  @ParameterizedTest
  @CsvSource({"0, ''", "3, abc", "6, abcdef", "7, abcdef"})
  void of_longText_isCut(int limit, String expected) {
    String[] texts = {"abcdef"};
    Span span = Spans.named("x").set("s", "abcdef").set("a", texts);

    Attributes attributes = new SdkAttributes(128, limit).of(span);

    assertThat(attributes.get(stringKey("s"))).isEqualTo(expected);
    assertThat(attributes.get(stringArrayKey("a"))).containsExactly(expected);
    assertThat(texts).as("the span's own").containsExactly("abcdef");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "2, 2", "3, 2"})
  void of_manyAttributes_keepsTheFirst(int limit, int expected) {
    Span span = Spans.named("x").set("a", 1).set("b", 2);

    EndedSpan ended = ended(span, limit);

    assertThat(ended.getAttributes().size()).isEqualTo(expected);
    assertThat(ended.getTotalAttributeCount()).isEqualTo(2);
  }

  private static EndedSpan ended(Span span, int limit) {
    return new EndedSpan(
        span,
        io.opentelemetry.sdk.resources.Resource.empty(),
        new Scopes("1").of(Spans.SCOPE),
        new SdkAttributes(limit, 100));
  }
}
