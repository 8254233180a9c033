// SPDX-License-Identifier: Apache-2.0
package dev.weft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.AgentExtension;
import dev.weft.testkit.RecordedHistogram;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedMetric.Type;
import dev.weft.testkit.RecordedPoint;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeTest {
  @RegisterExtension static final AgentExtension agent = AgentExtension.create();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jvm.class.count|{class}|Number of classes currently loaded.|SUM|false
          jvm.class.loaded|{class}|Number of classes loaded since JVM start.|SUM|true
          jvm.class.unloaded|{class}|Number of classes unloaded since JVM start.|SUM|true
          jvm.cpu.count|{cpu}|Number of processors available to the Java virtual machine.|SUM|false
          jvm.cpu.recent_utilization|1|Recent CPU utilization for the process as reported by the JVM.|GAUGE|false
          jvm.cpu.time|s|CPU time used by the process as reported by the JVM.|SUM|true
          jvm.memory.committed|By|Measure of memory committed.|SUM|false
          jvm.memory.limit|By|Measure of max obtainable memory.|SUM|false
          jvm.memory.used|By|Measure of memory used.|SUM|false
          jvm.memory.used_after_last_gc|By|Measure of memory used, as measured after the most recent garbage collection event on this pool.|SUM|false
          jvm.thread.count|{thread}|Number of executing platform threads.|SUM|false
          """)
  void metric_described(
      String name, String unit, String description, Type type, boolean monotonic) {
    RecordedMetric metric = agent.telemetry().awaitMetric(name);

    assertThat(metric.unit()).isEqualTo(unit);
    assertThat(metric.description()).isEqualTo(description);
    assertThat(metric.type()).isEqualTo(type);
    assertThat(metric.monotonic()).isEqualTo(monotonic);
    assertThat(metric.scope().name()).isEqualTo("io.opentelemetry.runtime-telemetry-java8");
    assertThat(metric.points()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "jvm.class.count",
    "jvm.class.loaded",
    "jvm.class.unloaded",
    "jvm.cpu.count",
    "jvm.cpu.time"
  })
  void metric_withoutAttributes(String name) {
    RecordedMetric metric = agent.telemetry().awaitMetric(name);

    assertThat(metric.points()).hasSize(1);
    assertThat(metric.points().get(0).attributes()).isEmpty();
  }

  @Test
  void cpuCount_processors() {
    RecordedMetric metric = agent.telemetry().awaitMetric("jvm.cpu.count");

    assertThat(metric.points().get(0).requireValue())
        .isEqualTo((long) Runtime.getRuntime().availableProcessors());
  }

  @Test
  void memoryUsed_eachPool() {
    List<Map<String, Object>> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream().map(RuntimeTest::attributes).toList();

    RecordedMetric metric = agent.telemetry().awaitMetric("jvm.memory.used");

    assertThat(metric.points()).extracting(RecordedPoint::attributes).hasSameElementsAs(pools);
    assertThat(metric.points()).allMatch(point -> point.requireValue() instanceof Long);
  }

  @Test
  void memoryLimit_poolsThatHaveOne() {
    List<Map<String, Object>> limited =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getUsage().getMax() >= 0)
            .map(RuntimeTest::attributes)
            .toList();

    RecordedMetric metric = agent.telemetry().awaitMetric("jvm.memory.limit");

    assertThat(metric.points()).extracting(RecordedPoint::attributes).isSubsetOf(limited);
  }

  @Test
  void threadCount_statesAndDaemons() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Thread waiting = new Thread(() -> await(done), "waiting");
    waiting.start();
    Map<String, Object> expected =
        Map.of("jvm.thread.daemon", false, "jvm.thread.state", "waiting");

    RecordedMetric metric =
        agent
            .telemetry()
            .awaitMetric("jvm.thread.count", counted -> counted.point(expected).isPresent());

    done.countDown();
    waiting.join();
    assertThat(metric.points())
        .allSatisfy(
            point ->
                assertThat(point.attributes())
                    .containsOnlyKeys(Set.of("jvm.thread.daemon", "jvm.thread.state")));
  }

  @Test
  void gcDuration_afterCollection() {
    System.gc();

    RecordedMetric metric = agent.telemetry().awaitMetric("jvm.gc.duration");

    assertThat(metric.unit()).isEqualTo("s");
    assertThat(metric.description()).isEqualTo("Duration of JVM garbage collection actions.");
    assertThat(metric.type()).isEqualTo(Type.HISTOGRAM);
    RecordedPoint point = metric.points().get(0);
    assertThat(point.attributes()).containsOnlyKeys("jvm.gc.action", "jvm.gc.name");
    RecordedHistogram durations = point.requireHistogram();
    assertThat(durations.bounds()).containsExactly(0.01, 0.1, 1.0, 10.0);
    assertThat(durations.count()).isPositive();
  }

  private static Map<String, Object> attributes(MemoryPoolMXBean pool) {
    String type = pool.getType() == MemoryType.HEAP ? "heap" : "non_heap";
    return Map.of("jvm.memory.pool.name", pool.getName(), "jvm.memory.type", type);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
