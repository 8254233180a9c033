// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave.sample;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Throws when it is asked whether it is done. */
class OddFuture implements Future<String> {
  @Override
  public boolean cancel(boolean mayInterrupt) {
    return false;
  }

  @Override
  public boolean isCancelled() {
    return false;
  }

  @Override
  public boolean isDone() {
    throw new IllegalStateException("of the application");
  }

  @Override
  public String get() {
    return "x";
  }

  @Override
  public String get(long timeout, TimeUnit unit) {
    return "x";
  }
}
