// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.metrics.ExemplarFilter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OtlpReceiverTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String REMOTE = "b7ad6b7169203331";
  private static final Resource SHOP = Resource.create(Attributes.builder().put("k", "v").build());

  private final OtlpReceiver receiver = OtlpReceiver.start();

  @AfterEach
  void close() {
    receiver.close();
  }

  @ParameterizedTest
  @EnumSource
  void spans_sentByAnyTransport_comeInComplete(OtlpSender sender) {
    try (SdkTracerProvider tracers = tracers(sender)) {
      callRemotely(tracers.tracerBuilder("scope").setInstrumentationVersion("1.2").build());
    }

    RecordedSpan span = receiver.telemetry().takeSpan("GET /owners");

    assertThat(span.traceId()).isEqualTo(TRACE);
    assertThat(span.parentSpanId()).isEqualTo(REMOTE);
    assertThat(span.traceState()).isEqualTo("vendor=1");
    assertThat(span.isSampled()).isTrue();
    assertThat(span.hasRemoteParent()).isTrue();
    assertThat(span.kind()).isEqualTo(RecordedSpan.Kind.SERVER);
    assertThat(span.attributes())
        .isEqualTo(Map.of("s", "text", "l", 7L, "d", 0.5, "b", true, "a", List.of("x", "y")));
    assertThat(span.event("exception").orElseThrow().attributes())
        .containsEntry("exception.message", "refused");
    assertThat(span.links()).extracting(RecordedLink::spanId).containsExactly(REMOTE);
    assertThat(span.status()).isEqualTo(RecordedSpan.Status.ERROR);
    assertThat(span.statusMessage()).isEqualTo("broken");
    assertThat(span.startNanos()).isEqualTo(1_000);
    assertThat(span.duration().toNanos()).isEqualTo(1_500);
    assertThat(span.scope()).isEqualTo(new RecordedScope("scope", "1.2", ""));
    assertThat(span.resource()).isEqualTo(Map.of("k", "v"));
  }

  @ParameterizedTest
  @EnumSource
  void requests_sentByAnyTransport_keepTheirHeaders(OtlpSender sender) {
    try (SdkTracerProvider tracers = tracers(sender)) {
      tracers.get("scope").spanBuilder("call").startSpan().end();
    }

    OtlpRequest request = receiver.awaitRequest(r -> true);

    String encoding = sender.transport == OtlpRequest.Transport.GRPC ? "grpc" : "content";
    assertThat(request.transport()).isEqualTo(sender.transport);
    assertThat(request.status()).isEqualTo(200);
    assertThat(request.size()).isPositive();
    assertThat(request.header("X-Tenant")).contains("weft");
    assertThat(request.header(encoding + "-encoding").orElse("none").replace("identity", "none"))
        .isEqualTo(sender.compression);
  }

  @ParameterizedTest
  @EnumSource
  void metrics_sentByAnyTransport_comeInComplete(OtlpSender sender) {
    try (SdkMeterProvider meters = meters(sender)) {
      Attributes get = Attributes.of(AttributeKey.stringKey("method"), "GET");
      meters
          .get("scope")
          .histogramBuilder("duration")
          .setUnit("s")
          .setDescription("how long")
          .setExplicitBucketBoundariesAdvice(List.of(1.0, 2.0))
          .build()
          .record(1.5, get);
      meters.get("scope").counterBuilder("calls").build().add(3);
    }

    RecordedMetric duration = receiver.telemetry().awaitMetric("duration");
    RecordedMetric calls = receiver.telemetry().awaitMetric("calls");

    assertThat(duration.type()).isEqualTo(RecordedMetric.Type.HISTOGRAM);
    assertThat(duration.unit()).isEqualTo("s");
    assertThat(duration.description()).isEqualTo("how long");
    assertThat(duration.temporality()).isEqualTo(RecordedMetric.Temporality.CUMULATIVE);
    assertThat(duration.point(Map.of("method", "GET")).orElseThrow().requireHistogram())
        .isEqualTo(new RecordedHistogram(1, 1.5, 1.5, 1.5, List.of(1.0, 2.0), List.of(0L, 1L, 0L)));
    assertThat(calls.monotonic()).isTrue();
    assertThat(calls.points()).extracting(RecordedPoint::value).containsExactly(3L);
  }

  @ParameterizedTest
  @EnumSource
  void exemplars_measuredInASpan_nameThatSpan(OtlpSender sender) {
    SpanContext remote = remote();
    try (SdkMeterProvider meters = meters(sender);
        Scope inSpan = Span.wrap(remote).makeCurrent()) {
      meters.get("scope").histogramBuilder("duration").build().record(0.25);
    }

    RecordedMetric duration = receiver.telemetry().awaitMetric("duration");

    assertThat(duration.points().get(0).exemplars())
        .containsExactly(new RecordedExemplar(TRACE, REMOTE, 0.25, Map.of()));
  }

  @ParameterizedTest
  @EnumSource
  void logs_sentByAnyTransport_comeInComplete(OtlpSender sender) {
    try (SdkLoggerProvider loggers =
        SdkLoggerProvider.builder()
            .setResource(SHOP)
            .addLogRecordProcessor(SimpleLogRecordProcessor.create(sender.logs(receiver)))
            .build()) {
      loggers
          .get("com.acme.Shop")
          .logRecordBuilder()
          .setContext(Context.root().with(Span.wrap(remote())))
          .setTimestamp(5, TimeUnit.NANOSECONDS)
          .setSeverity(Severity.WARN)
          .setSeverityText("WARNING")
          .setBody("out of tea")
          .setAttribute(AttributeKey.longKey("left"), 0L)
          .emit();
    }

    RecordedLog log = receiver.telemetry().awaitLog(l -> l.body().equals("out of tea"));

    assertThat(log.severityNumber()).isEqualTo(Severity.WARN.getSeverityNumber());
    assertThat(log.severityText()).isEqualTo("WARNING");
    assertThat(log.timeNanos()).isEqualTo(5);
    assertThat(log.attributes()).isEqualTo(Map.of("left", 0L));
    assertThat(log.traceId()).isEqualTo(TRACE);
    assertThat(log.spanId()).isEqualTo(REMOTE);
    assertThat(log.scope().name()).isEqualTo("com.acme.Shop");
    assertThat(log.resource()).isEqualTo(Map.of("k", "v"));
  }

  private static SpanContext remote() {
    return SpanContext.createFromRemoteParent(
        TRACE, REMOTE, TraceFlags.getSampled(), TraceState.builder().put("vendor", "1").build());
  }

  private static void callRemotely(Tracer tracer) {
    Span span =
        tracer
            .spanBuilder("GET /owners")
            .setParent(Context.root().with(Span.wrap(remote())))
            .setSpanKind(SpanKind.SERVER)
            .setStartTimestamp(1_000, TimeUnit.NANOSECONDS)
            .addLink(remote())
            .setAttribute("s", "text")
            .setAttribute("l", 7)
            .setAttribute("d", 0.5)
            .setAttribute("b", true)
            .setAttribute(AttributeKey.stringArrayKey("a"), List.of("x", "y"))
            .startSpan();
    span.recordException(new IllegalStateException("refused"));
    span.setStatus(StatusCode.ERROR, "broken");
    span.end(2_500, TimeUnit.NANOSECONDS);
  }

  private SdkTracerProvider tracers(OtlpSender sender) {
    return SdkTracerProvider.builder()
        .setResource(SHOP)
        .addSpanProcessor(SimpleSpanProcessor.create(sender.spans(receiver)))
        .build();
  }

  private SdkMeterProvider meters(OtlpSender sender) {
    return SdkMeterProvider.builder()
        .setResource(SHOP)
        .setExemplarFilter(ExemplarFilter.traceBased())
        .registerMetricReader(PeriodicMetricReader.create(sender.metrics(receiver)))
        .build();
  }
}
