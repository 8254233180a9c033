// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.OtlpRequest;
import dev.weft.testkit.RawHttp;
import dev.weft.testkit.RawRequest;
import dev.weft.testkit.RawResponse;
import dev.weft.testkit.RecordedLog;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.SpanText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * All that is known of one life of the reconciler under the agent: two requests, the second with a
 * remote parent, then SIGTERM.
 *
 * @param pid of the process
 * @param port that it served on
 * @param stubPort of its stub of a cloud
 * @param spans that were received, earliest start first
 * @param receivedBefore the spans that had been received before SIGTERM
 * @param metrics that were received, in order of arrival
 * @param logs that were received, in order of arrival
 * @param exports the requests that brought them
 * @param webhooks path and {@code traceparent} of each call that the stub got
 * @param stdout lines
 * @param stderr lines
 * @param exitCode of the process
 */
record ReconcilerRun(
    long pid,
    int port,
    int stubPort,
    List<RecordedSpan> spans,
    List<RecordedSpan> receivedBefore,
    List<RecordedMetric> metrics,
    List<RecordedLog> logs,
    List<OtlpRequest> exports,
    List<String> webhooks,
    List<String> stdout,
    List<String> stderr,
    int exitCode) {

  static final String REMOTE_TRACE = "0af7651916cd43dd8448eb211c80319c";
  static final String REMOTE_SPAN = "b7ad6b7169203331";

  private static final Pattern WEBHOOK =
      Pattern.compile("\"path\":\"(.+?)\".+?\"Traceparent\":\"(.+?)\"");

  /** Runs it as a person would who knows of nothing but {@code OTEL_*} variables. */
  static ReconcilerRun of(Setup setup) throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        ReconcilerProcess process =
            ReconcilerProcess.start(
                setup.javaHome(),
                environment(setup, receiver),
                "--port=0",
                "--interval=0",
                "--server=" + setup.server())) {
      int port = process.awaitPort();
      reconcile(port, RawRequest.get("/reconcile"));
      // from here on, and for a minute, only a shutdown makes the agent send anything
      receiver.telemetry().awaitSpans(1, span -> true);
      reconcile(
          port,
          RawRequest.get("/reconcile?scope=all")
              .header("traceparent", "00-" + REMOTE_TRACE + "-" + REMOTE_SPAN + "-01")
              .header("User-Agent", "smoke-test"));
      List<String> webhooks = webhooks(process.awaitStubPort());
      List<RecordedSpan> before = receiver.telemetry().spans();
      process.terminate();
      int exitCode = process.awaitExit();
      return new ReconcilerRun(
          process.pid(),
          port,
          process.awaitStubPort(),
          byStart(receiver.telemetry().spans()),
          before,
          receiver.telemetry().metrics(),
          receiver.telemetry().logs(),
          receiver.requests(),
          webhooks,
          process.stdout(),
          process.stderr(),
          exitCode);
    }
  }

  private static Map<String, String> environment(Setup setup, OtlpReceiver receiver) {
    Map<String, String> environment = new HashMap<>();
    environment.put("OTEL_SERVICE_NAME", "reconciler");
    environment.put(
        "OTEL_RESOURCE_ATTRIBUTES",
        "deployment.environment.name=smoke,team=cloud%20costs,service.name=overridden");
    environment.put("OTEL_BSP_SCHEDULE_DELAY", "60000");
    environment.putAll(setup.exportTo(receiver));
    return environment;
  }

  private static void reconcile(int port, RawRequest request) {
    RawResponse response = RawHttp.send(port, request);
    if (response.status() != 200) {
      throw new IllegalStateException("the reconciler answers " + response);
    }
  }

  private static List<String> webhooks(int stubPort) {
    String recorded = RawHttp.send(stubPort, RawRequest.get("/stub/requests")).body();
    return WEBHOOK.matcher(recorded).results().map(ReconcilerRun::webhook).toList();
  }

  private static String webhook(MatchResult call) {
    return call.group(1) + " " + call.group(2);
  }

  static List<RecordedSpan> byStart(List<RecordedSpan> spans) {
    return spans.stream().sorted(Comparator.comparingLong(RecordedSpan::startNanos)).toList();
  }

  /** Returns the spans of the first request. */
  List<RecordedSpan> firstTrace() {
    RecordedSpan server = server(spans.stream().filter(RecordedSpan::isRoot).toList());
    return trace(server.traceId());
  }

  /** Returns the spans of the second request. */
  List<RecordedSpan> secondTrace() {
    return trace(REMOTE_TRACE);
  }

  /** Returns the spans that are of neither request. */
  List<RecordedSpan> otherSpans() {
    String first = firstTrace().get(0).traceId();
    return spans.stream()
        .filter(span -> !span.traceId().equals(first) && !span.traceId().equals(REMOTE_TRACE))
        .toList();
  }

  private List<RecordedSpan> trace(String traceId) {
    return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
  }

  /** Returns the one SERVER span among the given ones. */
  static RecordedSpan server(List<RecordedSpan> some) {
    List<RecordedSpan> servers =
        some.stream().filter(span -> span.kind() == RecordedSpan.Kind.SERVER).toList();
    if (servers.size() != 1) {
      throw new AssertionError("not one SERVER span, but " + servers);
    }
    return servers.get(0);
  }

  /** Returns the spans as text that is the same in each run. */
  String text(List<RecordedSpan> some) {
    return SpanText.of(some, Map.of((long) port, "<server>", (long) stubPort, "<stub>"));
  }
}
