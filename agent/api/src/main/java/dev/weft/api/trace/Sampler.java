// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import org.jspecify.annotations.Nullable;

/** Decides whether a span is recorded. Thread-safe; never throws. */
public interface Sampler {
  /**
   * Returns whether to record.
   *
   * @param parent the local or remote parent, or null for a root
   */
  boolean sample(long traceIdHigh, long traceIdLow, @Nullable SpanContext parent);
}
