// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.api.trace.Span;
import org.jspecify.annotations.Nullable;

/** The end of a span below a call, on whatever thread. */
final class SpanMoment extends Evaluation {
  private final RuleCall call;
  private final Span span;

  SpanMoment(RuleCall call, Span span) {
    super(System.nanoTime(), false);
    this.call = call;
    this.span = span;
  }

  @Override
  RuleState state() {
    return call.state();
  }

  /** It is the rule's as well, and counts where its call ends. */
  @Override
  void noteFailure() {
    call.noteFailure();
  }

  @Override
  public Span span() {
    return span;
  }

  @Override
  public @Nullable Object self() {
    return call.self();
  }

  @Override
  public @Nullable Object argument(int index) {
    return call.argument(index);
  }

  @Override
  public @Nullable Object returned() {
    return null;
  }

  @Override
  public @Nullable Throwable thrown() {
    return null;
  }

  @Override
  public long durationNanos() {
    return call.durationNanos();
  }

  @Override
  public @Nullable Object context(String key) {
    return call.context(key);
  }

  @Override
  public @Nullable Object below(String key) {
    return null;
  }

  @Override
  public @Nullable Object resource(String key) {
    return call.resource(key);
  }
}
