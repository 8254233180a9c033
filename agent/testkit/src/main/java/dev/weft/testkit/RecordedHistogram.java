// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.List;

/**
 * The distribution in a {@link RecordedPoint}. An exponential histogram is told in the same terms:
 * its zero bucket first, then its buckets with the bounds worked out. A summary has no buckets.
 *
 * @param count number of measurements
 * @param sum of all measurements
 * @param min smallest measurement, NaN if not sent
 * @param max largest measurement, NaN if not sent
 * @param bounds upper bound of each bucket but the last, inclusive and ascending
 * @param bucketCounts measurements per bucket, one more than there are bounds
 */
public record RecordedHistogram(
    long count, double sum, double min, double max, List<Double> bounds, List<Long> bucketCounts) {}
