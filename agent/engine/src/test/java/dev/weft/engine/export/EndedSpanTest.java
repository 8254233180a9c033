// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndedSpanTest {
  private static final AttributeKey<String> TYPE = AttributeKey.stringKey("exception.type");
  private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("exception.message");
  private static final AttributeKey<String> TRACE = AttributeKey.stringKey("exception.stacktrace");

  private static EndedSpan ended(Span span) {
    span.end();
    SdkAttributes attributes = new SdkAttributes(128, Integer.MAX_VALUE);
    return new EndedSpan(span, Resource.empty(), new Scopes("1.2").of(Spans.SCOPE), attributes);
  }

  private static Attributes exception(Throwable thrown) {
    Span span = Spans.named("x");
    span.failed(thrown);
    EndedSpan ended = ended(span);
    assertThat(ended.getStatus()).isEqualTo(StatusData.error());
    assertThat(ended.getEvents()).hasSize(1);
    assertThat(ended.getEvents().get(0).getName()).isEqualTo("exception");
    assertThat(ended.getEvents().get(0).getEpochNanos())
        .isBetween(ended.getStartEpochNanos(), ended.getEndEpochNanos());
    return ended.getEvents().get(0).getAttributes();
  }

  @Test
  void fields_ofARemoteParent() {
    EndedSpan ended =
        ended(
            Spans.childOf(dev.weft.api.trace.SpanContext.remote(1, 2, 3, true, "k=v", "ignored")));

    assertThat(ended.getParentSpanContext().isRemote()).isTrue();
    assertThat(ended.getParentSpanId()).isEqualTo("0000000000000003");
    assertThat(ended.getTraceId()).isEqualTo("00000000000000010000000000000002");
    assertThat(ended.getSpanContext().getTraceState().get("k")).isEqualTo("v");
    assertThat(ended.getSpanContext().getTraceFlags().asHex()).isEqualTo("01");
    assertThat(ended.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(ended.hasEnded()).isTrue();
  }

  @Test
  void fields_ofARoot() {
    EndedSpan ended = ended(Spans.named("x"));

    assertThat(ended.getSpanContext().getTraceFlags().asHex()).isEqualTo("03");
    assertThat(ended.getParentSpanContext().isValid()).isFalse();
    assertThat(ended.getName()).isEqualTo("x");
    assertThat(ended.getStatus()).isEqualTo(StatusData.unset());
    assertThat(ended.getInstrumentationScopeInfo().getName()).isEqualTo("export.test");
    assertThat(ended.getInstrumentationScopeInfo().getVersion()).isEqualTo("1.2");
    assertThat(ended.getInstrumentationScopeInfo().getSchemaUrl())
        .isEqualTo("https://opentelemetry.io/schemas/1.37.0");
  }

  @Test
  void eventsAndLinks_inTheirOrder_withWhatWasLeftOut() {
    Tracing.limit(2, 1);
    try {
      Span span = Spans.named("x");
      span.event("a", "n", 5L, "absent", null).failed(new IllegalStateException());
      span.event("beyond");
      span.link(dev.weft.api.trace.SpanContext.remote(1, 2, 3, true, "k=v", null));
      span.link(span.context());

      EndedSpan ended = ended(span);

      assertThat(ended.getEvents())
          .extracting(event -> event.getName())
          .containsExactly("a", "exception");
      assertThat(ended.getEvents().get(0).getAttributes())
          .isEqualTo(Attributes.of(AttributeKey.longKey("n"), 5L));
      assertThat(ended.getTotalRecordedEvents()).isEqualTo(3);
      assertThat(ended.getLinks()).hasSize(1);
      assertThat(ended.getLinks().get(0).getSpanContext().getSpanId())
          .isEqualTo("0000000000000003");
      assertThat(ended.getLinks().get(0).getSpanContext().isRemote()).isTrue();
      assertThat(ended.getTotalRecordedLinks()).isEqualTo(2);
    } finally {
      Tracing.limit(128, 128);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no equals sign", "UPPER=1", ",", "a=b,,=,"})
  void traceState_malformed_isDropped(String state) {
    EndedSpan ended =
        ended(Spans.childOf(dev.weft.api.trace.SpanContext.remote(1, 2, 3, true, state, null)));

    assertThat(ended.getSpanContext().isValid()).isTrue();
    assertThat(ended.getSpanContext().getTraceState().asMap()).doesNotContainKey("UPPER");
  }

  @Test
  void exception_isAnEvent() {
    Attributes event = exception(new IllegalStateException("why"));

    assertThat(event.get(TYPE)).isEqualTo("java.lang.IllegalStateException");
    assertThat(event.get(MESSAGE)).isEqualTo("why");
    assertThat(event.get(TRACE))
        .startsWith("java.lang.IllegalStateException: why")
        .contains("\tat");
  }

  @Test
  void exception_withoutMessage_hasNone() {
    assertThat(exception(new IllegalStateException()).get(MESSAGE)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"true, false", "false, true"})
  void exception_whoseOwnMethodsFail_isStillReported(boolean badMessage, boolean badTrace) {
    Attributes event = exception(new Malicious(badMessage, badTrace));

    assertThat(event.get(TYPE)).isEqualTo(Malicious.class.getName());
    assertThat(event.get(TRACE))
        .isEqualTo("not available: java.lang.UnsupportedOperationException");
  }

  @SuppressWarnings("serial")
  private static final class Malicious extends Exception {
    private final boolean badMessage;
    private final boolean badTrace;

    Malicious(boolean badMessage, boolean badTrace) {
      this.badMessage = badMessage;
      this.badTrace = badTrace;
    }

    @Override
    public String getMessage() {
      if (badMessage) {
        throw new UnsupportedOperationException();
      }
      return "message";
    }

    @Override
    public void printStackTrace(PrintWriter writer) {
      if (badTrace) {
        throw new UnsupportedOperationException();
      }
      super.printStackTrace(writer);
    }
  }
}
