// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RawHttp;
import dev.weft.testkit.RawRequest;
import dev.weft.testkit.RawResponse;
import dev.weft.testkit.RecordedLog;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/**
 * All that is known of some scans of the stub's estate, with the rules of {@code elava-rules.yaml}.
 *
 * @param summaries what the reconciler has answered, one for each scan
 * @param spans that were received, earliest start first
 * @param metrics that were received: of each the newest export
 * @param logs that were received, in order of arrival
 * @param scrape what a Prometheus gets after the last scan
 * @param stderr lines
 */
record ElavaRun(
    List<Map<String, Object>> summaries,
    List<RecordedSpan> spans,
    Map<String, RecordedMetric> metrics,
    List<RecordedLog> logs,
    String scrape,
    List<String> stderr) {

  static final String ROOT = "reconciler.reconcile";

  /** What the agent says of the endpoint for a Prometheus; the port follows. */
  static final String ENDPOINT = "[weft] metrics for Prometheus: port ";

  /** The resource attributes that the schema asks for, which only who deploys it can know. */
  private static final String RESOURCE =
      "service.name=elava,service.version=1.0.0,service.instance.id=elava-prod-01,"
          + "deployment.environment=production,cloud.provider=aws,cloud.region=us-east-1,"
          + "cloud.account.id=123456789012,elava.instance.id=elava-prod-01";

  /** Runs so many scans, then ends the process. */
  static ElavaRun of(int scans, String... more) throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        ReconcilerProcess process = start(receiver, more)) {
      int port = process.awaitPort();
      List<Map<String, Object>> summaries = new ArrayList<>();
      for (int i = 0; i < scans; i++) {
        summaries.add(scan(port));
      }
      String scrape = scrape(Integer.parseInt(process.awaitErr(ENDPOINT)));
      process.terminate();
      process.awaitExit();
      Map<String, RecordedMetric> metrics = new LinkedHashMap<>();
      receiver.telemetry().metrics().forEach(metric -> metrics.put(metric.name(), metric));
      return new ElavaRun(
          summaries,
          ReconcilerRun.byStart(receiver.telemetry().spans()),
          metrics,
          receiver.telemetry().logs(),
          scrape,
          process.stderr());
    }
  }

  /** Starts the reconciler with the rules, in front of the estate. */
  static ReconcilerProcess start(OtlpReceiver receiver, String... more) throws IOException {
    return ReconcilerProcess.start(
        Path.of(System.getProperty("java.home")), environment(receiver), flags(more));
  }

  private static String[] flags(String... more) {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "--port=0",
                "--interval=0",
                "--stub-world=estate",
                "--types=ec2,rds,s3,elb,sg",
                "--bucket-tags",
                "--strict"));
    flags.addAll(List.of(more));
    return flags.toArray(new String[0]);
  }

  private static Map<String, String> environment(OtlpReceiver receiver) {
    Map<String, String> environment = new HashMap<>();
    environment.put("WEFT_RULES", Path.of("elava-rules.yaml").toAbsolutePath().toString());
    environment.put("OTEL_RESOURCE_ATTRIBUTES", RESOURCE);
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint());
    environment.put("OTEL_METRICS_EXPORTER", "otlp,prometheus");
    environment.put("OTEL_EXPORTER_PROMETHEUS_PORT", "0");
    environment.put("OTEL_EXPORTER_PROMETHEUS_HOST", "127.0.0.1");
    return environment;
  }

  private static String scrape(int port) {
    return RawHttp.send(port, RawRequest.get("/metrics")).body();
  }

  /** Has a scan run, and returns what it is said to have found. */
  static Map<String, Object> scan(int port) {
    RawResponse response = RawHttp.send(port, RawRequest.get("/reconcile"));
    if (response.status() != 200) {
      throw new IllegalStateException("the reconciler answers " + response);
    }
    return new Yaml().load(response.body()); // JSON is YAML
  }

  /** Returns the spans of a scan, counted from 1; none if it has no span of its own. */
  List<RecordedSpan> trace(int scan) {
    List<RecordedSpan> roots = spans.stream().filter(span -> span.name().equals(ROOT)).toList();
    if (roots.size() < scan) {
      return List.of();
    }
    String traceId = roots.get(scan - 1).traceId();
    return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
  }

  /** Returns the log records of a scan, counted from 1. */
  List<RecordedLog> logs(int scan) {
    return trace(scan).stream()
        .findFirst()
        .map(span -> logs.stream().filter(log -> log.traceId().equals(span.traceId())).toList())
        .orElse(List.of());
  }
}
