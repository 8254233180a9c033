// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An application in a container of a pod, and the receiver that it exports to. */
final class Application implements AutoCloseable {
  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
  private static final String OPTIONS = "JAVA_TOOL_OPTIONS";

  /** What describes the process and the machine: not the Operator's business. */
  private static final List<String> OF_THE_PROCESS =
      List.of("container.", "host.", "os.", "process.", "telemetry.");

  private final Container container;
  private final OtlpReceiver receiver;
  private final TlsFront front;
  private final Running running;
  private final boolean secured;

  private Application(Node node, Container container, MutualTls tls) {
    this.container = container;
    this.receiver = OtlpReceiver.start();
    this.front = TlsFront.before(receiver.httpEndpoint(), tls);
    Map<String, String> environment = Kubelet.environment(container);
    this.secured = environment.containsKey("OTEL_EXPORTER_OTLP_CERTIFICATE");
    // there is no collector:4317 here, and where none is named the default would be a fixed port
    environment.put(ENDPOINT, secured ? front.endpoint() : receiver.httpEndpoint());
    this.running = node.start(container, environment);
  }

  static Application start(Node node, Container container, MutualTls tls) {
    return new Application(node, container, tls);
  }

  void serve(String request) {
    running.order(request);
  }

  /** Ends it, and checks what it has printed and sent. */
  void assertObserved(Pod pod) {
    Outcome outcome = running.end();

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).hasSize(4).first().isEqualTo("open");
    assertThat(outcome.out().get(1)).matches("order trace=[0-9a-f]{32}");
    assertThat(outcome.out().get(2)).isEqualTo("served " + pod.request());
    assertThat(outcome.out().get(3)).isEqualTo("closed");
    assertStderr(outcome.err(), pod);
    assertSpans(pod);
    assertThat(front.connections() > 0).as("connections with TLS").isEqualTo(secured);
  }

  private void assertStderr(List<String> lines, Pod pod) {
    assertThat(lines).first().asString().startsWith("Picked up " + OPTIONS + ": ");
    List<String> others = lines.subList(1, lines.size());
    assertThat(others).as("lines beside the JVM's").hasSameSizeAs(pod.lines());
    for (int i = 0; i < others.size(); i++) {
      assertThat(others.get(i)).matches(pod.lines().get(i));
    }
  }

  private void assertSpans(Pod pod) {
    List<RecordedSpan> spans = receiver.telemetry().spans();
    assertThat(spans)
        .extracting(RecordedSpan::name)
        .containsExactlyInAnyOrderElementsOf(pod.spans());
    assertThat(spans).extracting(RecordedSpan::traceId).containsOnly(spans.get(0).traceId());
    if (pod.trace() != null) {
      assertThat(spans.get(0).traceId()).isEqualTo(pod.trace());
    }
    Map<String, String> expected = pod.resources().get(container.name());
    for (RecordedSpan span : spans) {
      assertThat(ofTheService(span.resource(), expected))
          .containsExactlyInAnyOrderEntriesOf(expected);
    }
    receiver
        .telemetry()
        .awaitMetric(
            "http.server.request.duration",
            metric -> ofTheService(metric.resource(), expected).equals(expected));
  }

  private static Map<String, String> ofTheService(
      Map<String, Object> resource, Map<String, String> expected) {
    Map<String, String> shown = new TreeMap<>();
    resource.forEach(
        (key, value) -> {
          if (OF_THE_PROCESS.stream().noneMatch(key::startsWith)) {
            boolean any = "*".equals(expected.get(key));
            shown.put(key, any ? "*" : value.toString());
          }
        });
    return shown;
  }

  @Override
  public void close() {
    running.close();
    front.close();
    receiver.close();
  }
}
