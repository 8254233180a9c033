// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricTableTest {
  @Test
  void toString_severalExports_showsTheNewestSortedByName() {
    RecordedHistogram histogram =
        new RecordedHistogram(2, 0.5, 0.125, Double.NaN, List.of(), List.of());
    RecordedPoint slow =
        new RecordedPoint(Map.of("method", "GET"), 0, 1, null, histogram, List.of());

    String text =
        MetricTable.of(
                List.of(
                    metric("threads", "{thread}", RecordedMetric.Type.SUM, value(1)),
                    metric("threads", "{thread}", RecordedMetric.Type.SUM, value(12)),
                    metric("duration", "s", RecordedMetric.Type.HISTOGRAM, slow)))
            .toString();

    assertThat(text)
        .isEqualTo(
            """
            METRIC    TYPE       UNIT      ATTRIBUTES  VALUE
            duration  HISTOGRAM  s         method=GET  count=2 sum=0.500000 min=0.125000
            threads   SUM        {thread}              12""");
  }

  @Test
  void toString_noMetrics_saysSo() {
    assertThat(MetricTable.of(List.of())).hasToString("(no metrics)");
  }

  private static RecordedPoint value(long value) {
    return new RecordedPoint(Map.of(), 0, 1, value, null, List.of());
  }

  private static RecordedMetric metric(
      String name, String unit, RecordedMetric.Type type, RecordedPoint point) {
    return new RecordedMetric(
        name,
        unit,
        "",
        type,
        false,
        RecordedMetric.Temporality.CUMULATIVE,
        List.of(point),
        SomeSpan.SCOPE,
        Map.of());
  }
}
