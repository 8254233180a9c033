// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import org.jspecify.annotations.Nullable;

/** The samplers of {@code OTEL_TRACES_SAMPLER}. */
public final class Samplers {
  /** Records everything. */
  public static final Sampler ALWAYS_ON = new Always(true);

  /** Records nothing. */
  public static final Sampler ALWAYS_OFF = new Always(false);

  private Samplers() {}

  /**
   * Records a share of all traces, chosen by trace id in the same way as OpenTelemetry's SDK for
   * Java, so that processes agree.
   *
   * @param ratio between 0 and 1
   */
  public static Sampler ratio(double ratio) {
    if (ratio >= 1) {
      return ALWAYS_ON;
    }
    if (ratio <= 0) {
      return ALWAYS_OFF;
    }
    long bound = (long) (ratio * Long.MAX_VALUE);
    return (high, low, parent) -> Math.abs(low) < bound;
  }

  /** Does as the parent did; asks another sampler for roots. */
  public static Sampler parentBased(Sampler root) {
    return new ParentBased(root);
  }

  // Classes, not lambdas: those that are used by default are made while a first class is woven.

  private static final class Always implements Sampler {
    private final boolean sampled;

    Always(boolean sampled) {
      this.sampled = sampled;
    }

    @Override
    public boolean sample(long high, long low, @Nullable SpanContext parent) {
      return sampled;
    }
  }

  private static final class ParentBased implements Sampler {
    private final Sampler root;

    ParentBased(Sampler root) {
      this.root = root;
    }

    @Override
    public boolean sample(long high, long low, @Nullable SpanContext parent) {
      return parent != null && parent.valid() ? parent.sampled() : root.sample(high, low, parent);
    }
  }
}
