// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes ended spans while a test runs, and leaves recording as it was found. */
final class Recorded implements SpanSink, AutoCloseable {
  final List<Span> spans = new CopyOnWriteArrayList<>();

  private Recorded(Sampler sampler, boolean threads) {
    Tracing.install(this, sampler, Propagator.NONE, threads);
  }

  static Recorded with(Sampler sampler) {
    return new Recorded(sampler, false);
  }

  static Recorded withThreads() {
    return new Recorded(Samplers.ALWAYS_ON, true);
  }

  @Override
  public void ended(Span span) {
    spans.add(span);
  }

  @Override
  public void close() {
    Tracing.makeCurrent(null);
    Tracing.install(span -> {}, Samplers.parentBased(Samplers.ALWAYS_ON), Propagator.NONE, false);
  }
}
