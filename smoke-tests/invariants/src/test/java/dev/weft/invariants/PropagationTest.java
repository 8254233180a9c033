// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.RecordedSpan.Kind;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trace goes in by one request and out by another, in the headers that were chosen. */
class PropagationTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tracecontext,baggage | traceparent=00-TRACE-SPAN-01 baggage=user=7"
            + " | traceparent=00-TRACE-NEXT-01 baggage=user=7",
        "b3 | b3=TRACE-SPAN-1 | b3=TRACE-NEXT-1",
        "b3 | b3=TRACE-SPAN-d | b3=TRACE-NEXT-d",
        "b3multi | X-B3-TraceId=TRACE X-B3-SpanId=SPAN X-B3-Sampled=1"
            + " | X-B3-TraceId=TRACE X-B3-SpanId=NEXT X-B3-Sampled=1",
        "jaeger | uber-trace-id=TRACE:SPAN:0:1 uberctx-user=7"
            + " | uber-trace-id=TRACE:NEXT:0:1 uberctx-user=7",
        "ottrace | ot-tracer-traceid=TRACE ot-tracer-spanid=SPAN ot-tracer-sampled=true"
            + " ot-baggage-user=7"
            + " | ot-tracer-traceid=8448eb211c80319c ot-tracer-spanid=NEXT ot-tracer-sampled=true"
            + " ot-baggage-user=7",
        "xray | X-Amzn-Trace-Id=Root=1-0af76519-16cd43dd8448eb211c80319c;Parent=SPAN;Sampled=1"
            + " | X-Amzn-Trace-Id=Root=1-0af76519-16cd43dd8448eb211c80319c;Parent=NEXT;Sampled=1",
        "jaeger,b3 | b3=TRACE-SPAN-1 | uber-trace-id=TRACE:NEXT:0:1 b3=TRACE-NEXT-1",
      })
  void trace_goesOn(String propagators, String incoming, String outgoing) {
    try (Relays relays = new Relays()) {
      String request = "GET /x " + incoming.replace("TRACE", TRACE).replace("SPAN", SPAN);

      Outcome outcome = relays.serve(relays.jvm().env("OTEL_PROPAGATORS", propagators), request);

      assertThat(outcome.stderr()).isEmpty();
      RecordedSpan server = relays.receiver().telemetry().takeSpan(s -> s.kind() == Kind.SERVER);
      RecordedSpan client = relays.receiver().telemetry().takeSpan(s -> s.kind() == Kind.CLIENT);
      assertThat(server.traceId()).isEqualTo(TRACE);
      assertThat(server.parentSpanId()).isEqualTo(SPAN);
      assertThat(client.isChildOf(server)).isTrue();
      Map<String, String> sent = relays.received().get(0);
      for (String header : outgoing.split(" ")) {
        int equals = header.indexOf('=');
        String value = header.substring(equals + 1).replace("TRACE", TRACE);
        assertThat(sent)
            .containsEntry(header.substring(0, equals), value.replace("NEXT", client.spanId()));
      }
    }
  }

  @Test
  void sdkDisabled_passesOnWhatCame_andNothingOfItsOwn() {
    try (Relays relays = new Relays()) {
      String parent = "00-" + TRACE + "-" + SPAN + "-01";

      relays.serve(relays.jvm().env("OTEL_SDK_DISABLED", "true"), "GET /x traceparent=" + parent);
      relays.serve(relays.jvm().env("OTEL_SDK_DISABLED", "true"), "GET /x");

      assertThat(relays.received().get(0)).containsEntry("traceparent", parent);
      assertThat(relays.received().get(1)).doesNotContainKey("traceparent");
      assertThat(relays.receiver().requests()).isEmpty();
    }
  }

  @Test
  void none_sendsNoHeader() {
    try (Relays relays = new Relays()) {
      String parent = "00-" + TRACE + "-" + SPAN + "-01";

      relays.serve(relays.jvm().env("OTEL_PROPAGATORS", "none"), "GET /x traceparent=" + parent);

      assertThat(relays.received().get(0)).doesNotContainKeys("traceparent", "b3");
      RecordedSpan server = relays.receiver().telemetry().takeSpan(s -> s.kind() == Kind.SERVER);
      assertThat(server.isRoot()).isTrue();
    }
  }

  @Test
  void sdkDisabled_logLinesNameTheCallersTraceOnly() {
    String parent = "00-" + TRACE + "-" + SPAN + "-01";
    try (Running shop =
        Shops.withDatabase().env("OTEL_SDK_DISABLED", "true").start("example.Shop")) {
      Outcome outcome = shop.order("GET /a").order("GET /b traceparent=" + parent).end();

      assertThat(outcome.out())
          .filteredOn(line -> line.startsWith("order "))
          .containsExactly("order trace=", "order trace=" + TRACE);
    }
  }

  @ParameterizedTest
  @CsvSource({"'user,none', ", "*, 1"})
  void baggage_isCopiedToSpans(String keys, String secret) {
    try (Relays relays = new Relays()) {
      String setting = "OTEL_JAVA_EXPERIMENTAL_SPAN_ATTRIBUTES_COPY_FROM_BAGGAGE_INCLUDE";

      relays.serve(relays.jvm().env(setting, keys), "GET /x baggage=user=a%20b,secret=1");

      assertThat(relays.receiver().telemetry().spans())
          .hasSize(2)
          .allSatisfy(
              span -> {
                assertThat(span.attribute("user")).isEqualTo("a b");
                assertThat(span.attribute("secret")).isEqualTo(secret);
              });
    }
  }
}
