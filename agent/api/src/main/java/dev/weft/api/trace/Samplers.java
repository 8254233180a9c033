// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

/** The samplers of {@code OTEL_TRACES_SAMPLER}. */
public final class Samplers {
  /** Records everything. */
  public static final Sampler ALWAYS_ON = (high, low, parent) -> true;

  /** Records nothing. */
  public static final Sampler ALWAYS_OFF = (high, low, parent) -> false;

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
    return (high, low, parent) ->
        parent != null && parent.valid() ? parent.sampled() : root.sample(high, low, parent);
  }
}
