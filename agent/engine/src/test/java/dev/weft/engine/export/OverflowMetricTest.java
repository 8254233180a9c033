// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Scope;
import dev.weft.api.metrics.Counter;
import dev.weft.api.metrics.Gauge;
import dev.weft.api.metrics.Labels;
import dev.weft.api.metrics.Metrics;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OverflowMetricTest {
  private static final Scope SCOPE = Scope.of("OverflowMetricTest");

  private final Counter counter = Metrics.counter(SCOPE, "overflowing", "1", "", true, "k");
  private final Gauge gauge = Metrics.gauge(SCOPE, "within", "1", "", "k");

  @AfterEach
  void remove() {
    Metrics.remove(counter);
    Metrics.remove(gauge);
  }

  private static List<String> overflows() {
    MetricCollection collection =
        new MetricCollection(
            Resource.empty(), new Scopes("1"), new SdkAttributes(9, 9), false, null, 0);
    List<String> overflows = new ArrayList<>();
    for (MetricData data : collection.collect()) {
      if (data.getName().equals("weft.metrics.overflows")) {
        for (LongPointData point : data.getLongSumData().getPoints()) {
          String metric = point.getAttributes().get(stringKey("metric"));
          overflows.add(metric + "=" + point.getValue());
        }
      }
    }
    return overflows;
  }

  @Test
  void observe_tellsOfThoseBeyondTheirLimitOnly() {
    OverflowMetric.register(SCOPE);
    counter.limit(1);
    gauge.limit(1);

    counter.add(1, Labels.of("a"));
    counter.add(1, Labels.of("b"));
    counter.add(5, Labels.of("c"));
    gauge.set(1, Labels.of("a"));

    assertThat(overflows()).contains("overflowing=2").noneMatch(it -> it.startsWith("within"));
  }
}
