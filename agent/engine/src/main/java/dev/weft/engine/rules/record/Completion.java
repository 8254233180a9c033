// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Ends a call when the result that it has promised is there. */
final class Completion implements BiConsumer<@Nullable Object, @Nullable Throwable> {
  private final RuleCall call;

  private Completion(RuleCall call) {
    this.call = call;
  }

  /** Returns whether the end of the call is waited for; not for what promises nothing. */
  static boolean awaited(@Nullable Object returned, RuleCall call) {
    if (returned instanceof CompletionStage) {
      ((CompletionStage<?>) returned).whenComplete(new Completion(call));
      return true;
    }
    return returned instanceof Future && PendingFutures.await((Future<?>) returned, call);
  }

  @Override
  public void accept(@Nullable Object result, @Nullable Throwable thrown) {
    Throwable cause = thrown == null ? null : thrown.getCause();
    boolean wrapped = thrown instanceof CompletionException && cause != null;
    RuleMethod.completed(call, result, wrapped ? cause : thrown);
  }
}
