// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave.sample;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Refuses to be listened to. */
class BrokenStage<T> extends CompletableFuture<T> {
  @Override
  public CompletableFuture<T> whenComplete(BiConsumer<? super T, ? super Throwable> action) {
    throw new UnsupportedOperationException("of the application");
  }
}
