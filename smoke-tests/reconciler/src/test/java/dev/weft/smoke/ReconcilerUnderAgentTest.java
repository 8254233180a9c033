// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import static dev.weft.smoke.ReconcilerRun.REMOTE_SPAN;
import static dev.weft.smoke.ReconcilerRun.REMOTE_TRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.testkit.OtlpRequest;
import dev.weft.testkit.OtlpRequest.Transport;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedSpan;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped jar on an application that knows nothing of it. What is expected of each trace is in
 * the text files beside this class.
 */
@ParameterizedClass
@MethodSource("setups")
class ReconcilerUnderAgentTest {
  private static final int TERMINATED = 143;
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern TOMCATS = Pattern.compile("[A-Z]+: .+|.+ org\\.apache\\..+");

  private static ReconcilerRun run;

  @Parameter Setup setup;

  static List<Setup> setups() {
    int running = Runtime.version().feature();
    return Stream.of(
            new Setup(running, Transport.HTTP_PROTOBUF, "jetty"),
            new Setup(running, Transport.GRPC, "tomcat"),
            new Setup(25, Transport.HTTP_PROTOBUF, "jetty"))
        .distinct()
        .toList();
  }

  @BeforeParameterizedClassInvocation
  static void runReconciler(Setup setup) throws Exception {
    run = setup.isAvailable() ? ReconcilerRun.of(setup) : null;
  }

  @BeforeEach
  void skipWithoutJdk() {
    assumeTrue(setup.isAvailable(), () -> setup.variable() + " is not set");
  }

  @Test
  void startUp_isTraced() throws IOException {
    List<RecordedSpan> startUp = run.otherSpans();

    assertThat(run.text(startUp)).isEqualTo(expected("start-up.txt"));
    assertThat(startUp).allMatch(RecordedSpan::isRoot);
  }

  @Test
  void firstRequest_isOneTrace() throws IOException {
    List<RecordedSpan> trace = run.firstTrace();

    assertThat(run.text(trace)).isEqualTo(expected("request-1.txt"));
    assertThat(trace).allMatch(RecordedSpan::isSampled);
    assertThat(trace).noneMatch(RecordedSpan::hasRemoteParent);
  }

  @Test
  void secondRequest_continuesTheTraceOfItsCaller() throws IOException {
    List<RecordedSpan> trace = run.secondTrace();

    assertThat(run.text(trace)).isEqualTo(expected("request-2.txt"));
    assertThat(ReconcilerRun.server(trace).parentSpanId()).isEqualTo(REMOTE_SPAN);
    assertThat(trace).filteredOn(RecordedSpan::hasRemoteParent).hasSize(1);
  }

  @Test
  void spans_lieWithinTheirRequest() {
    for (List<RecordedSpan> trace : List.of(run.firstTrace(), run.secondTrace())) {
      RecordedSpan server = ReconcilerRun.server(trace);

      assertThat(trace)
          .allSatisfy(
              span -> {
                assertThat(span.startNanos()).isGreaterThanOrEqualTo(server.startNanos());
                assertThat(span.endNanos()).isBetween(span.startNanos(), server.endNanos());
              });
    }
  }

  @Test
  void webhooks_carryTheIdsOfTheirClientSpans() {
    List<String> expected = new ArrayList<>();
    for (RecordedSpan span : run.spans()) {
      if (span.scope().name().equals("io.opentelemetry.java-http-client")) {
        String path = URI.create((String) span.attributes().get("url.full")).getPath();
        String flags = span.traceId().equals(REMOTE_TRACE) ? "-01" : "-03";
        expected.add(path + " 00-" + span.traceId() + "-" + span.spanId() + flags);
      }
    }

    assertThat(run.webhooks()).hasSize(5).isEqualTo(expected);
  }

  @Test
  void metrics_areTheStableOnes() {
    Map<String, String> metrics = new TreeMap<>();
    for (RecordedMetric metric : run.metrics()) {
      metrics.put(metric.name(), metric.type() + " " + metric.unit());
    }
    metrics.remove("jvm.gc.duration"); // there need not have been any garbage collection

    assertThat(metrics).containsExactlyInAnyOrderEntriesOf(ExpectedMetrics.TYPES_AND_UNITS);
  }

  @Test
  void durations_areCountedByCall() {
    Map<String, Long> counts = ExpectedMetrics.countsOf(run.metrics(), run.stubPort());

    assertThat(counts).containsExactlyInAnyOrderEntriesOf(ExpectedMetrics.COUNTS);
  }

  @Test
  void exemplars_leadToTheSpansThatWereMeasured() {
    List<ExpectedMetrics.Example> examples = ExpectedMetrics.examplesOf(run.metrics());

    assertThat(examples).hasSizeGreaterThanOrEqualTo(ExpectedMetrics.COUNTS.size());
    assertThat(examples)
        .allSatisfy(
            example ->
                assertThat(run.spans()).filteredOn(example::isAbout).as("%s", example).hasSize(1));
  }

  @Test
  void resource_isWhatTheEnvironmentSays() {
    Map<String, Object> resource = new TreeMap<>(run.spans().get(0).resource());
    // not every machine has these, and not every machine is a container
    resource.keySet().removeAll(Set.of("host.name", "container.id"));

    assertThat(resource)
        .containsEntry("service.name", "reconciler")
        .containsEntry("deployment.environment.name", "smoke")
        .containsEntry("team", "cloud costs")
        .containsEntry("process.pid", run.pid())
        .containsEntry("telemetry.sdk.name", "opentelemetry")
        .containsEntry("telemetry.sdk.language", "java")
        .containsEntry("telemetry.distro.name", "weft")
        .hasEntrySatisfying("service.instance.id", id -> assertThat((String) id).matches(UUID))
        .hasEntrySatisfying(
            "process.runtime.version",
            version -> assertThat((String) version).startsWith(setup.jdk() + "."))
        .containsOnlyKeys(ExpectedMetrics.RESOURCE_KEYS);
  }

  @Test
  void resource_isTheSameOnAllThatIsSent() {
    List<Map<String, Object>> resources = new ArrayList<>();
    run.spans().forEach(span -> resources.add(span.resource()));
    run.metrics().forEach(metric -> resources.add(metric.resource()));

    assertThat(resources.stream().distinct()).hasSize(1);
  }

  @Test
  void logLines_carryTheTraceTheyBelongTo() {
    Map<String, List<LogLine>> lines =
        LogLine.in(run.stdout()).stream().collect(Collectors.groupingBy(LogLine::traceId));

    String first = run.firstTrace().get(0).traceId();
    assertThat(lines).containsOnlyKeys(first, REMOTE_TRACE, "");
    assertThat(lines.get(first)).hasSize(28).allMatch(line -> isOf(run.firstTrace(), line));
    assertThat(lines.get(REMOTE_TRACE)).hasSize(23).allMatch(line -> isOf(run.secondTrace(), line));
    assertThat(lines.get(""))
        .extracting(LogLine::message, LogLine::spanId, LogLine::flags)
        .containsExactly(tuple("stopping", "", ""));
  }

  @Test
  void logLines_carryTheTraceAcrossThreads() {
    List<LogLine> fromTheClientsThread =
        LogLine.in(run.stdout()).stream()
            .filter(line -> line.message().startsWith("alert of "))
            .toList();

    assertThat(fromTheClientsThread)
        .extracting(LogLine::traceId)
        .containsExactly(run.firstTrace().get(0).traceId(), REMOTE_TRACE);
  }

  @Test
  void logRecords_sayWhatTheLogLinesSay() {
    // what is logged while the JVM shuts down may come too late to be sent
    List<String> lines =
        LogLine.in(run.stdout()).stream()
            .filter(line -> !line.traceId().isEmpty())
            .map(line -> line.traceId() + " " + line.spanId() + " " + line.message())
            .toList();

    List<String> records =
        run.logs().stream()
            .filter(log -> !log.traceId().isEmpty())
            .map(log -> log.traceId() + " " + log.spanId() + " " + log.body())
            .toList();

    assertThat(records).hasSize(51).containsExactlyInAnyOrderElementsOf(lines);
  }

  @Test
  void output_isTheReconcilersOwn() {
    List<String> others = new ArrayList<>(run.stdout());
    others.removeIf(LogLine::isOne);

    assertThat(others)
        .containsExactly(
            "stub cloud on http://127.0.0.1:" + run.stubPort(),
            "listening on http://127.0.0.1:" + run.port());
    assertThat(run.stderr()).filteredOn(line -> !TOMCATS.matcher(line).matches()).isEmpty();
  }

  @Test
  void termination_sendsWhatWaitedAndChangesNothing() {
    RecordedSpan last = ReconcilerRun.server(run.secondTrace());

    assertThat(run.receivedBefore()).isNotEmpty().doesNotContain(last);
    assertThat(run.exitCode()).isEqualTo(TERMINATED);
  }

  @Test
  void exports_goByTheTransportAskedFor() {
    assertThat(run.exports())
        .extracting(OtlpRequest::transport, OtlpRequest::status)
        .containsOnly(tuple(setup.transport(), 200));
  }

  private static boolean isOf(List<RecordedSpan> trace, LogLine line) {
    String flags = line.traceId().equals(REMOTE_TRACE) ? "01" : "03"; // ours are random as well
    return line.spanId().equals(ReconcilerRun.server(trace).spanId()) && line.flags().equals(flags);
  }

  private String expected(String name) throws IOException {
    try (InputStream in = getClass().getResourceAsStream(name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("<server scope>", setup.serverScope());
    }
  }
}
