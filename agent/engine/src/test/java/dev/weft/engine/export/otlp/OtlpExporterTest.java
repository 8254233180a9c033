// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.weft.api.Scope;
import dev.weft.api.logs.LogRecord;
import dev.weft.api.trace.Propagator;
import dev.weft.api.trace.Samplers;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanContext;
import dev.weft.api.trace.SpanKind;
import dev.weft.api.trace.Tracing;
import io.opentelemetry.exporter.internal.marshal.Marshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.resources.Resource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtlpExporterTest {
  private static final Scope SCOPE = Scope.of("export.test", "1.37.0");
  private static final Consumer<Throwable> NONE =
      lost -> {
        throw new AssertionError(lost);
      };

  private final List<MessageWriter> sent = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();
  private CompletableResultCode outcome = CompletableResultCode.ofSuccess();

  @BeforeEach
  void record() {
    Tracing.install(span -> {}, Samplers.parentBased(Samplers.ALWAYS_ON), Propagator.NONE, false);
  }

  private CompletableResultCode send(Marshaler request, int records) {
    sent.add(request.toBinaryMessageWriter());
    counts.add(records);
    return outcome;
  }

  private OtlpExporter<Span> exporter(Transport transport) {
    return OtlpExporter.ofSpans(Resource.empty(), "1", 128, Integer.MAX_VALUE, transport);
  }

  private static byte[] bytes(MessageWriter message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    message.writeMessage(bytes);
    return bytes.toByteArray();
  }

  private static Span span(String name) {
    return Tracing.startInternal(SCOPE, name);
  }

  @Test
  void recordThatCannotBeWritten_isLost_andTheOthersAreSent() throws IOException {
    Span bad = span("bad").set("list", new String[] {"a", null});
    Span alone = Tracing.startInternal(Scope.of("other"), "bad");
    alone.set("list", new String[] {null});
    Span good = span("good");
    outcome = new CompletableResultCode(); // so that what was sent stays
    List<Throwable> lost = new ArrayList<>();
    OtlpExporter<Span> exporter = exporter(this::send);

    exporter.export(List.of(alone, bad, good, bad), lost::add);
    exporter.export(List.of(good), NONE);

    assertThat(lost).hasSize(3).hasOnlyElementsOfType(NullPointerException.class);
    assertThat(counts).containsExactly(1, 1);
    assertThat(bytes(sent.get(0))).isEqualTo(bytes(sent.get(1)));
  }

  @Test
  void batchOfWhichNothingCanBeWritten_isNotSent() {
    Span bad = span("bad").set("list", new String[] {null});

    CompletableResultCode result = exporter(this::send).export(List.of(bad), lost -> {});

    assertThat(result.isSuccess()).isTrue();
    assertThat(sent).isEmpty();
  }

  @Test
  void requestThatIsStillOnItsWay_isNotWrittenOver() throws IOException {
    outcome = new CompletableResultCode();
    OtlpExporter<Span> exporter = exporter(this::send);
    exporter.export(List.of(span("first")), NONE);
    byte[] before = bytes(sent.get(0));

    exporter.export(List.of(span("second")), NONE);

    assertThat(bytes(sent.get(0))).isEqualTo(before);
  }

  @Test
  void memory_isKeptBetweenBatches_unlessItIsLarge() {
    ProtoBuffer buffer = new ProtoBuffer();
    String usual = "x".repeat(500_000);
    String large = "x".repeat(2_000_000);

    assertThat(allocated(() -> writeAndClear(buffer, usual))).isLessThan(100);
    assertThat(allocated(() -> writeAndClear(buffer, large))).isGreaterThan(2_000_000);
  }

  private static void writeAndClear(ProtoBuffer buffer, String text) {
    buffer.text(1, text, text.length());
    buffer.clear();
  }

  @Test
  void batchesOfSpans_allocateNothingPerSpan() {
    List<Span> spans = new ArrayList<>();
    SpanContext remote = SpanContext.remote(1, 2, 3, true, "k=v", null);
    for (int i = 0; i < 512; i++) {
      Span span = Tracing.start(SCOPE, "GET /orders", SpanKind.CLIENT, true, 0);
      span.set("url.full", "http://shop/\u00fc").set("server.port", 8080).set("ratio", 0.5);
      span.event("e", "k", "v").link(remote);
      spans.add(span);
    }
    OtlpExporter<Span> exporter = exporter(OtlpExporterTest::discard);
    exporter.export(spans, NONE);

    assertThat(allocated(() -> exporter.export(spans, NONE))).isLessThan(512);
  }

  @Test
  void batchesOfLogRecords_allocateNothingPerRecord() {
    List<LogRecord> logs = new ArrayList<>();
    Span before = Tracing.makeCurrent(span("current"));
    for (int i = 0; i < 512; i++) {
      LogRecord record = new LogRecord("logger " + i % 10, LogRecord.INFO, "INFO", 42);
      logs.add(record.body("an order").set("thread.name", "main").set("a", 5L));
    }
    Tracing.makeCurrent(before);
    OtlpExporter<LogRecord> exporter =
        OtlpExporter.ofLogs(Resource.empty(), 128, 1000, OtlpExporterTest::discard);
    exporter.export(logs, NONE);

    assertThat(allocated(() -> exporter.export(logs, NONE))).isLessThan(512);
  }

  private static CompletableResultCode discard(Marshaler request, int records) {
    try {
      request.toBinaryMessageWriter().writeMessage(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return CompletableResultCode.ofSuccess();
  }

  /** Returns how many bytes something takes on this thread, at the least of some times. */
  private static long allocated(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      work.run();
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }
}
