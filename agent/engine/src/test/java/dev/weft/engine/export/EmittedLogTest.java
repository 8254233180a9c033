// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.logs.LogRecord;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class EmittedLogTest {
  private static final Scopes SCOPES = new Scopes("1.2");

  private static EmittedLog emitted(LogRecord record) {
    return new EmittedLog(
        record, Resource.empty(), SCOPES.ofLogger(record.logger()), new SdkAttributes(2, 5));
  }

  private static LogRecord record() {
    return new LogRecord("shop.Orders", LogRecord.INFO, "INFO", 42);
  }

  @Test
  void fields_areTheRecords() {
    EmittedLog log = emitted(record().body("three orders").set("a", "123456").set("b", 2L));

    assertThat(log.getInstrumentationScopeInfo().getName()).isEqualTo("shop.Orders");
    assertThat(log.getTimestampEpochNanos()).isEqualTo(42);
    assertThat(log.getObservedTimestampEpochNanos()).isGreaterThan(42);
    assertThat(log.getSeverityText()).isEqualTo("INFO");
    assertThat(log.getBodyValue().asString()).isEqualTo("three orders");
    assertThat(log.getAttributes())
        .isEqualTo(Attributes.builder().put("a", "12345").put("b", 2L).build());
    assertThat(log.getSpanContext().isValid()).isFalse();
  }

  @Test
  void scope_isTheSameForOneLogger() {
    InstrumentationScopeInfo first = emitted(record()).getInstrumentationScopeInfo();

    InstrumentationScopeInfo second = emitted(record()).getInstrumentationScopeInfo();

    assertThat(second).isSameAs(first);
  }

  @ParameterizedTest
  @CsvSource({"1, TRACE", "5, DEBUG", "7, DEBUG3", "9, INFO", "13, WARN", "17, ERROR", "21, FATAL"})
  void severity_hasItsName(int number, String name) {
    EmittedLog log = emitted(new LogRecord("x", number, "", 0));

    assertThat(log.getSeverity()).hasToString(name);
    assertThat(log.getSeverity().getSeverityNumber()).isEqualTo(number);
  }

  @ParameterizedTest
  @NullAndEmptySource
  void logger_withoutAName_isTheRoot(String name) {
    EmittedLog log = emitted(new LogRecord(name, LogRecord.INFO, "INFO", 0));

    assertThat(log.getInstrumentationScopeInfo().getName()).isEqualTo("ROOT");
    assertThat(log.getBodyValue()).isNull();
  }

  @Test
  void span_isTheOneThatWasCurrent() {
    Span span = Spans.named("current");
    Span before = Tracing.makeCurrent(span);

    LogRecord record = record();
    Tracing.makeCurrent(before);

    assertThat(emitted(record).getSpanContext().getSpanId()).isEqualTo(span.context().spanIdText());
    assertThat(emitted(record).getSpanContext().getTraceFlags().asHex()).isEqualTo("03");
  }

  @Test
  void exception_comesWithItsStackTrace() {
    EmittedLog log = emitted(record().thrown(new IllegalStateException("no stock")));

    assertThat(log.getAttributes().get(AttributeKey.stringKey("exception.type")))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(log.getAttributes().get(AttributeKey.stringKey("exception.message")))
        .isEqualTo("no stock");
    assertThat(log.getAttributes().get(AttributeKey.stringKey("exception.stacktrace")))
        .startsWith("java.lang.IllegalStateException: no stock");
  }
}
