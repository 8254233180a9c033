// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.logs.LogRecord;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanContext;
import dev.weft.api.trace.SpanKind;
import dev.weft.api.trace.Tracing;
import dev.weft.engine.export.otlp.OtlpExporter;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.internal.marshal.Marshaler;
import io.opentelemetry.exporter.internal.otlp.logs.LowAllocationLogsRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.traces.LowAllocationTraceRequestMarshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is written for spans and log records is what the SDK's exporters write for the same, byte
 * for byte.
 */
class OtlpBytesTest {
  private static final Resource RESOURCE =
      Resource.create(Attributes.builder().put("service.name", "shop").put("pid", 7).build());

  private final Scopes scopes = new Scopes("1.2");
  private final List<byte[]> sent = new ArrayList<>();

  @BeforeEach
  void record() {
    Spans.goNowhere();
  }

  @AfterEach
  void restore() {
    Tracing.limit(128, 128);
  }

  private CompletableResultCode send(Marshaler request, int records) {
    byte[] bytes = bytes(request);
    assertThat(request.toBinaryMessageWriter().getContentLength()).isEqualTo(bytes.length);
    sent.add(bytes);
    return CompletableResultCode.ofSuccess();
  }

  private static byte[] bytes(Marshaler request) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      request.toBinaryMessageWriter().writeMessage(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fail(Throwable lost) {
    throw new AssertionError(lost);
  }

  private void compare(int countLimit, int lengthLimit, Span... spans) {
    SdkAttributes attributes = new SdkAttributes(countLimit, lengthLimit);
    List<SpanData> data = new ArrayList<>();
    for (Span span : spans) {
      span.end();
      data.add(new EndedSpan(span, RESOURCE, scopes.of(span.scope()), attributes));
    }
    OtlpExporter.ofSpans(RESOURCE, "1.2", countLimit, lengthLimit, this::send)
        .export(List.of(spans), OtlpBytesTest::fail);

    LowAllocationTraceRequestMarshaler reused = new LowAllocationTraceRequestMarshaler();
    reused.initialize(data);
    OtlpBytes.assertSame(sent.get(0), bytes(reused));
  }

  private void compare(Span... spans) {
    compare(128, Integer.MAX_VALUE, spans);
  }

  private void compare(int countLimit, int lengthLimit, LogRecord... records) {
    SdkAttributes attributes = new SdkAttributes(countLimit, lengthLimit);
    List<LogRecordData> data = new ArrayList<>();
    for (LogRecord record : records) {
      data.add(new EmittedLog(record, RESOURCE, scopes.ofLogger(record.logger()), attributes));
    }
    OtlpExporter.ofLogs(RESOURCE, countLimit, lengthLimit, this::send)
        .export(List.of(records), OtlpBytesTest::fail);

    LowAllocationLogsRequestMarshaler reused = new LowAllocationLogsRequestMarshaler();
    reused.initialize(data);
    OtlpBytes.assertSame(sent.get(0), bytes(reused));
  }

  private static LogRecord log() {
    return new LogRecord("shop.Orders", LogRecord.INFO, "INFO", 42);
  }

  @Test
  void span_ofEachKindOfAttribute() {
    compare(
        Spans.named("x")
            .set("text", "value")
            .set("empty", "")
            .set("", "nameless")
            .set("zero", 0)
            .set("negative", -1)
            .set("large", Long.MAX_VALUE)
            .set("yes", true)
            .set("no", false)
            .set("none", 0.0)
            .set("half", -0.5)
            .set("nan", Double.NaN)
            .set("list", new String[] {"a", "", "ü"})
            .set("empty list", new String[0]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "ü",
        "ascii, then ü",
        "\u007f\u0080\u07ff\u0800\uffff",
        "\ud83d\ude00 pair",
        "high \ud83d",
        "\ud83d\ud83d\ude00",
        "\ude00\ude00 low",
        "\ud83d\ude00\ude00",
      })
  void texts(String text) {
    String key = "key " + text;
    compare(Spans.named(text).set(key, text).event(text, key, text));
    sent.clear();
    compare(128, 7, Spans.named(text).set(key, text).set("a", new String[] {text}));
    sent.clear();
    compare(128, 100, log().body(text).event(text).set(key, text));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 16_383, 16_384})
  void lengths_aroundThoseThatTakeMoreBytes(int length) {
    String plain = "a".repeat(length);
    String other = "\u20ac".repeat(length / 3) + "a".repeat(length % 3);

    compare(Spans.named(plain).set("k", plain).set("o", other).event(plain, plain, other));
    sent.clear();
    compare(10, 3 * length, log().body(plain).set("k", other), log().body(other));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 700, 3000})
  void lengths_ofBatches(int spans) {
    Span[] batch = new Span[spans];
    for (int i = 0; i < spans; i++) {
      batch[i] = Spans.named("GET").set("url.full", "http://shop/" + "x".repeat(800));
    }

    compare(batch);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 3", "2, 5", "3, 100"})
  void limits(int count, int length) {
    String[] list = {"abcdef", "\ud83d\ude00\ud83d\ude00", "a"};
    Throwable thrown = new IllegalStateException("longer than the limit");
    Tracing.limit(2, 1);
    Span span = Spans.named("x").set("s", "ab\ud83d\ude00ef").set("list", list).set("n", 1);
    span.event("e", "z", "abcdef", "y", list, "x", null, "w", 1L).failed(thrown);
    span.event("beyond").link(span.context()).link(span.context());

    compare(count, length, span);
    sent.clear();
    compare(
        count,
        length,
        log().set("z", "abcdef").set("y", list).set("x", 1L).thrown(thrown),
        log().set("b", "abcdef").set("a", "abcdef"));
  }

  @Test
  void attributes_ofEventsAndLogRecords_areSortedAndTheLastOfTheirName() {
    Span span = Spans.named("x");
    span.event(
        "e", "b", 1L, "a", "first", "c", true, "a", 2L, "", "nameless", "b", null, "\u00e4", "");

    compare(span);
    sent.clear();
    compare(128, 100, log().set("b", 1L).set("a", "x").set("c", 1.5).set("a", 2L).set("", "x"));
  }

  @Test
  void exception_whoseMessageFails() {
    RuntimeException thrown =
        new RuntimeException() {
          private static final long serialVersionUID = 1;

          @Override
          public String getMessage() {
            throw new UnsupportedOperationException();
          }
        };
    Span span = Spans.named("x");
    span.failed(thrown);

    compare(span);
    sent.clear();
    compare(128, 100, log().thrown(thrown).set("exception.type", "mine").set("a", "b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "k=v", " k=v , b=c", "UPPER=1", ",", "a=b,,=,", "a=1,a=2", "no equals"})
  void identities(String traceState) {
    SpanContext remote = SpanContext.remote(1, 2, 3, true, traceState, "ignored");
    SpanContext random = SpanContext.remote(-1, -2, -3, true, true, traceState, null);
    SpanContext unsampled = SpanContext.remote(0, 5, 6, false, null, null);
    Span child = Spans.childOf(remote);
    Span local = below(child);
    local.link(remote).link(random).link(unsampled).link(child.context());

    compare(child, local, Spans.childOf(random), Spans.named("root"));
    sent.clear();
    compare(128, 100, within(child), within(local), log());
  }

  private static Span below(Span parent) {
    Span before = Tracing.makeCurrent(parent);
    try {
      return Spans.named("below");
    } finally {
      Tracing.makeCurrent(before);
    }
  }

  private static LogRecord within(Span span) {
    Span before = Tracing.makeCurrent(span);
    try {
      return log();
    } finally {
      Tracing.makeCurrent(before);
    }
  }

  @Test
  void identity_withoutATrace_isNotThatOfALogRecord() {
    compare(128, 100, within(Tracing.transparent(null, Spans.SCOPE, "none")));
  }

  @Test
  void logRecord_withoutAnything() {
    compare(128, 100, new LogRecord(null, 0, "", 0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void random(long seed) {
    RandomRecords random = new RandomRecords(seed);
    List<Span> spans = random.spans(1000);
    List<LogRecord> logs = random.logs(1000);

    compare(8, 300, spans.toArray(new Span[0]));
    sent.clear();
    compare(5, 300, logs.toArray(new LogRecord[0]));
  }

  @Test
  void kinds() {
    for (SpanKind kind : SpanKind.values()) {
      compare(Tracing.start(Spans.SCOPE, "x", kind, true, 0));
      sent.clear();
    }
  }

  @Test
  void buffer_isUsedAgain() {
    OtlpExporter<Span> exporter =
        OtlpExporter.ofSpans(RESOURCE, "1.2", 128, Integer.MAX_VALUE, this::send);
    List<Span> large = Collections.nCopies(2000, Spans.named("x").set("k", "v".repeat(1000)));
    List<Span> small = List.of(Spans.named("y").set("k", "v"));

    exporter.export(small, OtlpBytesTest::fail);
    exporter.export(large, OtlpBytesTest::fail);
    exporter.export(small, OtlpBytesTest::fail);

    assertThat(sent.get(1).length).isGreaterThan(2_000_000);
    assertThat(sent.get(2)).isEqualTo(sent.get(0));
  }
}
