// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.Collections;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplersTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-18, 0.1, 0.25, 1.0 / 3, 0.5, 0.999999, 1})
  void ratio_decidesAsTheSdk(double ratio) {
    Sampler ours = Samplers.ratio(ratio);
    var sdk = io.opentelemetry.sdk.trace.samplers.Sampler.traceIdRatioBased(ratio);
    long bound = (long) (ratio * Long.MAX_VALUE);
    LongStream edges = LongStream.of(1, -1, bound - 1, bound, bound + 1, -bound, 1 - bound);
    LongStream ids = LongStream.concat(edges, new Random(1).longs(2000));

    assertThat(ids.filter(id -> id != 0 && Math.abs(id) != Long.MAX_VALUE))
        .allSatisfy(low -> assertThat(ours.sample(7, low, null)).isEqualTo(sampledBy(sdk, 7, low)));
  }

  private static boolean sampledBy(
      io.opentelemetry.sdk.trace.samplers.Sampler sdk, long high, long low) {
    return sdk.shouldSample(
                Context.root(),
                TraceId.fromLongs(high, low),
                "",
                io.opentelemetry.api.trace.SpanKind.SERVER,
                Attributes.empty(),
                Collections.emptyList())
            .getDecision()
        == SamplingDecision.RECORD_AND_SAMPLE;
  }

  @Test
  void ratio_ofARandomTrace_isTheShare() {
    Sampler tenth = Samplers.ratio(0.1);

    long sampled = new Random(2).longs(100_000).filter(low -> tenth.sample(1, low, null)).count();

    assertThat(sampled).isBetween(9_500L, 10_500L);
  }

  @Test
  void parentBased_asksForRootsOnly() {
    Sampler sampler = Samplers.parentBased(Samplers.ALWAYS_OFF);
    SpanContext sampled = SpanContext.remote(1, 2, 3, true, null, null);
    SpanContext baggageOnly = SpanContext.remote(0, 0, 0, true, null, "b=1");

    assertThat(sampler.sample(1, 2, sampled)).isTrue();
    assertThat(sampler.sample(1, 2, baggageOnly)).isFalse();
    assertThat(sampler.sample(1, 2, null)).isFalse();
  }
}
