// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import dev.weft.testkit.MetricTable;
import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RawHttp;
import dev.weft.testkit.RawRequest;
import dev.weft.testkit.RawResponse;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedTelemetry;
import dev.weft.testkit.TraceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the reconciler under the agent and shows a person what comes of it. */
final class Demo {
  private static final String CALLERS_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String CALLERS_SPAN = "00f067aa0ba902b7";
  private static final Set<String> JVM_METRICS =
      Set.of("jvm.class.count", "jvm.cpu.time", "jvm.gc.duration", "jvm.thread.count");
  private static final int LINES_SHOWN = 6;

  private final DemoPage page;

  private Demo(DemoPage page) {
    this.page = page;
  }

  /**
   * Runs the demo; the exit code is 0 if all went well.
   *
   * @param arguments the width of the terminal in columns
   */
  public static void main(String[] arguments) {
    Demo demo = new Demo(new DemoPage(System.out, Integer.parseInt(arguments[0])));
    try {
      demo.run();
    } catch (Exception | AssertionError e) {
      System.err.println("The demo failed: " + e);
      System.exit(1);
    }
  }

  private void run() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        ReconcilerProcess process = start(receiver)) {
      int port = process.awaitPort();
      page.line("$ curl http://127.0.0.1:%d/reconcile", port);
      reconcile(port, RawRequest.get("/reconcile"));
      String parent = "00-" + CALLERS_TRACE + "-" + CALLERS_SPAN + "-01";
      page.line("$ curl -H 'traceparent: %s' http://127.0.0.1:%d/reconcile", parent, port);
      reconcile(port, RawRequest.get("/reconcile").header("traceparent", parent));
      page.line("$ kill %d", process.pid());
      process.terminate();
      process.awaitExit();
      show(receiver.telemetry(), process.stdout());
    }
  }

  private ReconcilerProcess start(OtlpReceiver receiver) throws Exception {
    page.line("$ export OTEL_SERVICE_NAME=reconciler");
    page.line("$ export OTEL_EXPORTER_OTLP_ENDPOINT=%s", receiver.httpEndpoint());
    page.line("$ java -javaagent:weft-javaagent.jar -jar reconciler.jar");
    return ReconcilerProcess.start(
        Path.of(System.getProperty("java.home")),
        Map.of(
            "OTEL_SERVICE_NAME",
            "reconciler",
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            receiver.httpEndpoint()),
        "--port=0",
        "--interval=0");
  }

  private static void reconcile(int port, RawRequest request) {
    RawResponse response = RawHttp.send(port, request);
    if (response.status() != 200) {
      throw new IllegalStateException("the reconciler answers " + response);
    }
  }

  private void show(RecordedTelemetry telemetry, List<String> stdout) {
    trace(telemetry);
    metrics(telemetry);
    logs(stdout);
  }

  private void trace(RecordedTelemetry telemetry) {
    if (telemetry.trace(CALLERS_TRACE).isEmpty()) {
      throw new IllegalStateException("no span of the second request was received");
    }
    page.heading("1. The trace of the second request, as an OTLP receiver got it");
    page.text(
        "From the servlet down to each SQL statement, AWS call and webhook. It continues the trace"
            + " of its caller, whose traceparent header came with the request. The same SELECT again"
            + " and again is a query in a loop.");
    page.cut(TraceTree.of(telemetry.trace(CALLERS_TRACE)).toString().lines().toList());
  }

  private void metrics(RecordedTelemetry telemetry) {
    page.heading("2. The metrics of both requests and of the JVM");
    page.text(
        "Durations are measured for every call, sampled or not. Each comes with an example that"
            + " leads from the metric to a trace.");
    page.cut(Durations.of(telemetry.metrics(), CALLERS_TRACE));
    page.line("");
    List<RecordedMetric> jvm =
        telemetry.metrics().stream().filter(metric -> JVM_METRICS.contains(metric.name())).toList();
    page.cut(MetricTable.of(jvm).toString().lines().toList());
  }

  private void logs(List<String> stdout) {
    page.heading("3. The log lines of the same trace");
    page.text(
        "Printed by the reconciler's own Logback; the agent only put the ids at hand. The line of"
            + " another thread is written after an asynchronous webhook call.");
    List<String> lines = stdout.stream().filter(line -> line.contains(CALLERS_TRACE)).toList();
    int rest = Math.max(0, lines.size() - LINES_SHOWN);
    page.whole(lines.subList(rest, lines.size()));
    page.line("(and %d lines before these)", rest);
  }
}
