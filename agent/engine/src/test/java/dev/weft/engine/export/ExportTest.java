// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.WeakIdentityMap;
import dev.weft.api.logs.LogRecord;
import dev.weft.api.logs.LogSink;
import dev.weft.api.metrics.Labels;
import dev.weft.api.metrics.Metrics;
import dev.weft.engine.CapturedErr;
import dev.weft.engine.config.Configuration;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTest {
  private final CapturedErr err = new CapturedErr();

  @AfterEach
  void restore() {
    Spans.goNowhere();
    err.close();
  }

  private static Configuration configuration(String... settings) {
    Map<String, String> environment = new HashMap<>();
    environment.put("OTEL_TRACES_EXPORTER", "console");
    environment.put("OTEL_METRICS_EXPORTER", "none");
    for (String setting : settings) {
      environment.put(setting.split("=")[0], setting.split("=")[1]);
    }
    return new Configuration(null, environment, new Properties());
  }

  private static Export started(String... settings) {
    Export export =
        new Export(configuration(settings), List.of(), ExportTest.class.getClassLoader());
    Spans.goTo(export.sink());
    export.start();
    return export;
  }

  private void await(Predicate<String> line) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (err.lines().stream().noneMatch(line)) {
      assertThat(System.nanoTime() - deadline).as("no such line: " + err.lines()).isNegative();
      Thread.onSpinWait();
    }
  }

  private long spansPrinted() {
    return err.lines().stream().filter(line -> line.startsWith("span '")).count();
  }

  @ParameterizedTest
  @CsvSource({
    "OTEL_BSP_SCHEDULE_DELAY=1, 1",
    "OTEL_BSP_SCHEDULE_DELAY=0, 1",
    "OTEL_BSP_MAX_EXPORT_BATCH_SIZE=4, 4",
    "OTEL_BSP_MAX_QUEUE_SIZE=4, 4"
  })
  void loop_sends_whenItIsTimeOrABatchIsComplete(String setting, int spans) {
    Export export = started(setting);

    for (int i = 1; i <= spans; i++) {
      Spans.named("span " + i).end();
    }

    await(line -> line.startsWith("span 'span " + spans + "'"));
    export.stop();
  }

  @Test
  void loop_afterAnInterrupt_goesOn() {
    Export export = started("OTEL_BSP_SCHEDULE_DELAY=1");
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("weft-export"))
        .forEach(Thread::interrupt);

    Spans.named("after").end();

    await(line -> line.startsWith("span 'after'"));
    export.stop();
  }

  @Test
  void loop_whileLogRecordsKeepComing_sendsSpans() throws Exception {
    Export export =
        started(
            "OTEL_LOGS_EXPORTER=console",
            "OTEL_BLRP_SCHEDULE_DELAY=1",
            "OTEL_BLRP_MAX_QUEUE_SIZE=8",
            "OTEL_BSP_SCHEDULE_DELAY=1");
    LogSink records = export.logSink();
    AtomicBoolean enough = new AtomicBoolean();
    Thread busy =
        new Thread(
            () -> {
              while (!enough.get()) {
                records.emitted(new LogRecord("busy", LogRecord.INFO, "INFO", 0));
              }
            });
    busy.start();
    await(line -> line.startsWith("log INFO"));

    Spans.named("between").end();

    try {
      await(line -> line.startsWith("span 'between'"));
    } finally {
      enough.set(true);
      busy.join();
      export.stop();
    }
  }

  @Test
  void loop_withNothingToSend_forgetsWhatWasCollected() {
    WeakIdentityMap<Object, Object> map = new WeakIdentityMap<>();
    WeakReference<Object> value = putUnderALostKey(map);
    Export export = started("OTEL_BSP_SCHEDULE_DELAY=1");

    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (value.get() != null) {
      assertThat(System.nanoTime() - deadline).as("not forgotten").isNegative();
      System.gc();
    }

    assertThat(map.keys()).isEmpty();
    export.stop();
  }

  private static WeakReference<Object> putUnderALostKey(WeakIdentityMap<Object, Object> map) {
    Object value = new Object();
    map.put(new Object(), value);
    return new WeakReference<>(value);
  }

  @Test
  void stop_sendsWhatWaits() {
    Export export = started("OTEL_BSP_MAX_EXPORT_BATCH_SIZE=2", "OTEL_BSP_SCHEDULE_DELAY=60000");
    for (int i = 0; i < 7; i++) {
      Spans.named("x").end();
    }

    export.stop();

    assertThat(spansPrinted()).isEqualTo(7);
  }

  @Test
  void stop_ofAnUnusedOne_saysNothing() {
    Export export =
        new Export(
            configuration("OTEL_METRICS_EXPORTER=console"),
            List.of(),
            ExportTest.class.getClassLoader());
    export.start();

    export.stop();

    assertThat(err.lines()).isEmpty();
  }

  @Test
  void stop_whileTheCollectorHangs_isBounded() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Export export =
          started(
              "OTEL_TRACES_EXPORTER=otlp",
              "OTEL_BSP_EXPORT_TIMEOUT=6000",
              "OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:" + silent.getLocalPort());
      Spans.named("x").end();

      long before = System.nanoTime();
      export.stop();

      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .isBetween(Duration.ofMillis(1500), Duration.ofMillis(4000));
      // said here, and not into a later test
      await(line -> line.startsWith("1 spans were not delivered"));
    }
  }

  @Test
  void sendSpans_inAHurry_sendsOneBatch() {
    Configuration configuration = configuration("OTEL_BSP_MAX_EXPORT_BATCH_SIZE=2");
    Queues queues = new Queues(configuration, () -> {});
    Pipeline pipeline = new Pipeline(configuration, queues, 0);
    for (int i = 0; i < 5; i++) {
      queues.spans.add(Spans.named("x"));
    }

    pipeline.sendSpans(true, () -> true);

    assertThat(spansPrinted()).isEqualTo(2);
    assertThat(queues.spans.size()).isEqualTo(3);
  }

  @Test
  void loop_underAFloodOfSpans_sendsMetrics() throws Exception {
    Metrics.histogram(Spans.SCOPE, "flood", "s", "", new double[] {1}).record(1, Labels.of(), null);
    Export export =
        started(
            "OTEL_METRICS_EXPORTER=console",
            "OTEL_METRIC_EXPORT_INTERVAL=1",
            "OTEL_BSP_MAX_EXPORT_BATCH_SIZE=1");
    Thread flood = new Thread(() -> flood());
    flood.start();

    await(line -> line.startsWith("metric flood"));
    flood.interrupt();
    flood.join();
    export.stop();
  }

  @Test
  void stop_whileSpansKeepComing_sendsMetricsToo() {
    Metrics.histogram(Spans.SCOPE, "last", "s", "", new double[] {1}).record(1, Labels.of(), null);
    Export export = started("OTEL_METRICS_EXPORTER=console", "OTEL_BSP_SCHEDULE_DELAY=60000");
    Spans.named("first").end();
    err.onLine(() -> Spans.named("one more for each that is sent").end());

    export.stop();

    err.onLine(() -> {});
    assertThat(err.lines())
        .anyMatch(line -> line.startsWith("span 'first'"))
        .anyMatch(line -> line.startsWith("metric last"));
  }

  @Test
  void loop_withoutMemory_goesOnWhenThereIsSome() {
    Export export = started("OTEL_BSP_SCHEDULE_DELAY=1");
    err.outOfMemory(2); // the span, and the complaint about it
    Spans.named("lost").end();
    err.awaitRecovery();

    Spans.named("after").end();

    await(line -> line.startsWith("span 'after'"));
    export.stop();
    assertThat(err.lines()).noneMatch(line -> line.contains("stopped"));
  }

  private static void flood() {
    while (!Thread.currentThread().isInterrupted()) {
      Spans.named("x").end();
    }
  }

  @Test
  void sendSpans_thatFail_areSaid_andNotKept() {
    Configuration configuration =
        configuration(
            "OTEL_TRACES_EXPORTER=otlp",
            "OTEL_METRICS_EXPORTER=console",
            "OTEL_BSP_MAX_QUEUE_SIZE=1",
            "OTEL_BSP_EXPORT_TIMEOUT=1",
            "OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:1");
    Queues queues = new Queues(configuration, () -> {});
    Pipeline pipeline = new Pipeline(configuration, queues, 0);
    queues.spans.add(Spans.named("sent"));
    queues.spans.add(Spans.named("too many"));

    pipeline.sendSpans(true, () -> false);

    assertThat(queues.spans.dropped()).isEqualTo(1);
    assertThat(queues.spans.size()).isZero();
    assertThat(err.lines()).hasSize(1).first().asString().startsWith("1 spans were not delivered");
  }
}
