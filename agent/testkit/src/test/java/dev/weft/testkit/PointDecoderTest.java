// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint.Buckets;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointDecoderTest {
  @Test
  void exponential_scaleZero_workOutPowersOfTwo() {
    ExponentialHistogramDataPoint point =
        ExponentialHistogramDataPoint.newBuilder()
            .setScale(0)
            .setCount(6)
            .setSum(20)
            .setZeroCount(1)
            .setPositive(Buckets.newBuilder().setOffset(1).addBucketCounts(2).addBucketCounts(3))
            .build();

    RecordedHistogram histogram = PointDecoder.exponential(point).requireHistogram();

    assertThat(histogram.bounds()).containsExactly(0.0, 2.0, 4.0, 8.0);
    assertThat(histogram.bucketCounts()).containsExactly(1L, 0L, 2L, 3L, 0L);
    assertThat(histogram.count()).isEqualTo(6);
    assertThat(histogram.min()).isNaN();
  }

  @Test
  void exponential_onlyZeros_hasTheZeroBucket() {
    ExponentialHistogramDataPoint point =
        ExponentialHistogramDataPoint.newBuilder().setCount(2).setZeroCount(2).build();

    RecordedHistogram histogram = PointDecoder.exponential(point).requireHistogram();

    assertThat(histogram.bounds()).containsExactly(0.0);
    assertThat(histogram.bucketCounts()).containsExactly(2L, 0L);
  }

  @Test
  void exponential_negativeValues_isRefused() {
    ExponentialHistogramDataPoint point =
        ExponentialHistogramDataPoint.newBuilder()
            .setNegative(Buckets.newBuilder().addBucketCounts(1))
            .build();

    assertThatThrownBy(() -> PointDecoder.exponential(point)).hasMessageContaining("negative");
  }

  @Test
  void summary_countAndSum_hasNoBuckets() {
    SummaryDataPoint point = SummaryDataPoint.newBuilder().setCount(2).setSum(3).build();

    RecordedHistogram histogram = PointDecoder.summary(point).requireHistogram();

    assertThat(histogram)
        .isEqualTo(new RecordedHistogram(2, 3, Double.NaN, Double.NaN, List.of(), List.of()));
  }
}
