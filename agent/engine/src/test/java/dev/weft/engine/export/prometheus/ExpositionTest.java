// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableDoubleExemplarData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableDoublePointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableGaugeData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableHistogramData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableHistogramPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableLongPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableMetricData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableSumData;
import io.opentelemetry.sdk.resources.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpositionTest {
  private static final InstrumentationScopeInfo SCOPE =
      InstrumentationScopeInfo.builder("s").setVersion("1").build();
  private static final Resource RESOURCE =
      Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "a \"b\"\\\n"));
  private static final Attributes GET = Attributes.of(AttributeKey.stringKey("a.b"), "GET");

  private static MetricData counter(InstrumentationScopeInfo scope, String help) {
    return ImmutableMetricData.createLongSum(
        Resource.empty(),
        scope,
        "changes.total",
        help,
        "{change}",
        ImmutableSumData.create(
            true,
            AggregationTemporality.CUMULATIVE,
            List.of(ImmutableLongPointData.create(0, 1, GET, 7))));
  }

  private static MetricData histogram() {
    SpanContext span =
        SpanContext.create(
            "0123456789abcdef0123456789abcdef",
            "0123456789abcdef",
            TraceFlags.getSampled(),
            TraceState.getDefault());
    return ImmutableMetricData.createDoubleHistogram(
        Resource.empty(),
        SCOPE,
        "took",
        "",
        "s",
        ImmutableHistogramData.create(
            AggregationTemporality.CUMULATIVE,
            List.of(
                ImmutableHistogramPointData.create(
                    0,
                    1,
                    Attributes.empty(),
                    3.5,
                    false,
                    0,
                    false,
                    0,
                    List.of(1.0, 2.0),
                    List.of(1L, 0L, 1L),
                    List.of(
                        ImmutableDoubleExemplarData.create(
                            Attributes.empty(), 1_002_000_000L, span, 3.0))))));
  }

  private static MetricData gauge(String name) {
    return ImmutableMetricData.createDoubleGauge(
        Resource.empty(),
        SCOPE,
        name,
        "of \\ lines\n\"two\"",
        "By",
        ImmutableGaugeData.create(
            List.of(ImmutableDoublePointData.create(0, 1, Attributes.empty(), 0.5))));
  }

  @Test
  void textFormat() {
    String text =
        Exposition.of(RESOURCE, List.of(counter(SCOPE, "What"), histogram(), gauge("used")), false);

    assertThat(text.lines())
        .containsExactly(
            "# TYPE target_info gauge",
            "# HELP target_info Target metadata",
            "target_info{service_name=\"a \\\"b\\\"\\\\\\n\"} 1",
            "# TYPE changes_total counter",
            "# HELP changes_total What",
            "changes_total{a_b=\"GET\",otel_scope_name=\"s\",otel_scope_version=\"1\"} 7",
            "# TYPE took_seconds histogram",
            "took_seconds_bucket{otel_scope_name=\"s\",otel_scope_version=\"1\",le=\"1.0\"} 1",
            "took_seconds_bucket{otel_scope_name=\"s\",otel_scope_version=\"1\",le=\"2.0\"} 1",
            "took_seconds_bucket{otel_scope_name=\"s\",otel_scope_version=\"1\",le=\"+Inf\"} 2",
            "took_seconds_count{otel_scope_name=\"s\",otel_scope_version=\"1\"} 2",
            "took_seconds_sum{otel_scope_name=\"s\",otel_scope_version=\"1\"} 3.5",
            "# TYPE used_bytes gauge",
            "# HELP used_bytes of \\\\ lines\\n\"two\"",
            "used_bytes{otel_scope_name=\"s\",otel_scope_version=\"1\"} 0.5");
  }

  @Test
  void openMetrics_hasExemplarsAndAnEnd() {
    String text =
        Exposition.of(RESOURCE, List.of(counter(SCOPE, ""), histogram(), gauge("used")), true);

    assertThat(text.lines())
        .contains(
            "# TYPE target info",
            "# TYPE changes counter",
            "changes_total{a_b=\"GET\",otel_scope_name=\"s\",otel_scope_version=\"1\"} 7",
            "took_seconds_bucket{otel_scope_name=\"s\",otel_scope_version=\"1\",le=\"+Inf\"} 2"
                + " # {span_id=\"0123456789abcdef\","
                + "trace_id=\"0123456789abcdef0123456789abcdef\"} 3.0 1.002",
            "# UNIT took_seconds seconds",
            "# UNIT used_bytes bytes",
            "# HELP used_bytes of \\\\ lines\\n\\\"two\\\"");
    assertThat(text).doesNotContain("# UNIT changes").endsWith("\n# EOF\n");
  }

  @Test
  void oneName_ofTwoScopes_hasOneHead() {
    InstrumentationScopeInfo other = InstrumentationScopeInfo.create("t");

    String text =
        Exposition.of(
            Resource.empty(), List.of(counter(SCOPE, ""), gauge("x"), counter(other, "")), false);

    assertThat(text.lines().filter(line -> line.equals("# TYPE changes_total counter"))).hasSize(1);
    assertThat(text).contains("otel_scope_name=\"t\"} 7\n");
  }

  @Test
  void oneSeries_ofTwoInstruments_isToldOnce() {
    String text =
        Exposition.of(Resource.empty(), List.of(counter(SCOPE, ""), counter(SCOPE, "")), false);

    assertThat(text.lines().filter(line -> line.startsWith("changes_total{"))).hasSize(1);
  }

  @Test
  void oneName_ofTwoTypes_theFirstCounts() {
    String text =
        Exposition.of(Resource.empty(), List.of(gauge("changes"), gaugeless("changes")), false);

    assertThat(text.lines().filter(line -> line.startsWith("# TYPE changes")))
        .containsExactly("# TYPE changes_bytes gauge");
    assertThat(text).doesNotContain("changes_bytes_total");
  }

  private static MetricData gaugeless(String name) {
    return ImmutableMetricData.createLongSum(
        Resource.empty(),
        SCOPE,
        name,
        "",
        "By",
        ImmutableSumData.create(
            true,
            AggregationTemporality.CUMULATIVE,
            List.of(ImmutableLongPointData.create(0, 1, GET, 7))));
  }
}
