// SPDX-License-Identifier: Apache-2.0
package dev.weft.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpRequest.Transport;
import dev.weft.testkit.RawHttp;
import dev.weft.testkit.RawRequest;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.SpanText;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One life of the reconciler: two requests, the second with a remote parent, then SIGTERM.
 *
 * @param service that it says it is
 * @param ports by their numbers
 */
record ReconcilerThroughCollector(String service, Map<Long, String> ports) {
  private static final String REMOTE_TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final Pattern SPAN = Pattern.compile("(?m)^ *(SERVER|CLIENT|INTERNAL) ");

  static ReconcilerThroughCollector run(Transport transport, Site site) {
    String service = "reconciler-" + transport;
    Jvm jvm = Jvm.create().env("OTEL_SERVICE_NAME", service);
    site.endpoints().configure(jvm, transport, Security.PLAIN);
    Path jar = Path.of(System.getProperty("weft.reconciler.jar"));
    try (Running reconciler = jvm.startJar(jar, "--port=0", "--interval=0", "--server=jetty")) {
      int stub = URI.create(reconciler.awaitLine("stub cloud on ")).getPort();
      int port = URI.create(reconciler.awaitLine("listening on ")).getPort();
      send(port, RawRequest.get("/reconcile"));
      send(
          port,
          RawRequest.get("/reconcile?scope=all")
              .header("traceparent", "00-" + REMOTE_TRACE + "-b7ad6b7169203331-01")
              .header("User-Agent", "smoke-test"));
      Outcome outcome = reconciler.terminate();

      assertThat(outcome.stderr()).isEmpty();
      assertThat(outcome.exitCode()).isEqualTo(128 + 15);
      Map<Long, String> ports = Map.of((long) port, "<server>", (long) stub, "<stub>");
      return new ReconcilerThroughCollector(service, ports);
    }
  }

  private static void send(int port, RawRequest request) {
    assertThat(RawHttp.send(port, request).status()).isEqualTo(200);
  }

  boolean isOurs(RecordedSpan span) {
    return service.equals(span.resource().get("service.name"));
  }

  /** How many spans there are to be. */
  int expectedSpans() {
    return (int)
        Stream.of("start-up.txt", "request-1.txt", "request-2.txt")
            .flatMap(name -> SPAN.matcher(expected(name)).results())
            .count();
  }

  /** Returns the trace id of the first request. */
  private static String firstTrace(List<RecordedSpan> spans) {
    return spans.stream()
        .filter(span -> span.kind() == RecordedSpan.Kind.SERVER && span.isRoot())
        .findFirst()
        .orElseThrow()
        .traceId();
  }

  /** Returns the text of the spans that are of neither request. */
  String startUpText(List<RecordedSpan> spans) {
    String first = firstTrace(spans);
    return text(
        spans.stream()
            .filter(span -> !span.traceId().equals(first) && !span.traceId().equals(REMOTE_TRACE)));
  }

  /** Returns the text of the first request's spans. */
  String firstText(List<RecordedSpan> spans) {
    String first = firstTrace(spans);
    return text(spans.stream().filter(span -> span.traceId().equals(first)));
  }

  /** Returns the text of the second request's spans. */
  String secondText(List<RecordedSpan> spans) {
    return text(spans.stream().filter(span -> span.traceId().equals(REMOTE_TRACE)));
  }

  private String text(Stream<RecordedSpan> spans) {
    return SpanText.of(
        spans.sorted(Comparator.comparingLong(RecordedSpan::startNanos)).toList(), ports);
  }

  /** Returns what the reconciler's own test expects. */
  String expected(String name) {
    try (InputStream in = getClass().getResourceAsStream("/dev/weft/smoke/" + name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("<server scope>", "io.opentelemetry.jetty-12.0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
