// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

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

  @Test
  void of_span_isAnAttributesLikeAnyOther() {
    Span span = Spans.named("x").set("b", "text").set("a", 1);

    Attributes attributes = new SdkAttributes(128, Integer.MAX_VALUE).of(span);

    assertThat(attributes.asMap())
        .containsExactly(entry(stringKey("b"), "text"), entry(longKey("a"), 1L));
    assertThat(attributes.toBuilder().build())
        .isEqualTo(Attributes.of(stringKey("b"), "text", longKey("a"), 1L));
    assertThat(attributes.get(longKey("b"))).as("of another type").isNull();
    assertThat(attributes.isEmpty()).isFalse();
    assertThat(attributes).hasToString("{b=text, a=1}");
  }

  @Test
  void of_sameNameAgain_hasTheSameKey() {
    SdkAttributes converter = new SdkAttributes(128, Integer.MAX_VALUE);

    Object first = converter.of(Spans.named("x").set("a", 1)).asMap().keySet().iterator().next();
    Object second = converter.of(Spans.named("y").set("a", 2)).asMap().keySet().iterator().next();

    assertThat(second).isSameAs(first);
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
