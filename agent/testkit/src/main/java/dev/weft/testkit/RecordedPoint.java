// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A data point of a {@link RecordedMetric}. It holds either a value or a histogram.
 *
 * @param attributes sorted by key; value types as in {@link RecordedSpan#attributes()}
 * @param startNanos start of what is counted, nanoseconds since the epoch, 0 if not sent
 * @param endNanos time of the observation, nanoseconds since the epoch
 * @param value a Long or a Double, null if the point is a histogram
 * @param histogram null if the point is a plain value
 * @param exemplars in the order they were sent
 */
public record RecordedPoint(
    Map<String, Object> attributes,
    long startNanos,
    long endNanos,
    @Nullable Number value,
    @Nullable RecordedHistogram histogram,
    List<RecordedExemplar> exemplars) {

  /**
   * Returns the value of a gauge or sum.
   *
   * @throws AssertionError if the point is a histogram
   */
  public Number requireValue() {
    if (value == null) {
      throw new AssertionError("a histogram where a plain value was expected: " + this);
    }
    return value;
  }

  /**
   * Returns the histogram.
   *
   * @throws AssertionError if the point is a plain value
   */
  public RecordedHistogram requireHistogram() {
    if (histogram == null) {
      throw new AssertionError("a plain value where a histogram was expected: " + this);
    }
    return histogram;
  }
}
