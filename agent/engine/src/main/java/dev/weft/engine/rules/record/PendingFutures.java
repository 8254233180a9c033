// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Futures that tell nobody when they are done, looked at again and again: the end of their call is
 * late by as long as that takes. Beyond a bound a call ends when it returns. Thread-safe.
 */
final class PendingFutures {
  private static final int MOST = 1000;
  private static final long MS_BETWEEN_LOOKS = 10;
  private static final List<Pending> PENDING = new ArrayList<>();
  private static @Nullable Thread looking;

  private PendingFutures() {}

  static boolean await(Future<?> future, RuleCall call) {
    if (future.isDone()) {
      new Pending(future, call).end();
      return true;
    }
    synchronized (PENDING) {
      if (PENDING.size() == MOST) {
        return false;
      }
      PENDING.add(new Pending(future, call));
      if (looking == null) {
        looking = new Thread(PendingFutures::look, "weft-futures");
        looking.setDaemon(true);
        looking.setContextClassLoader(null);
        looking.start();
      }
    }
    return true;
  }

  /** Ends with the last of them: no thread stays for an application that makes no more. */
  private static void look() {
    while (true) {
      List<Pending> done = new ArrayList<>();
      synchronized (PENDING) {
        for (Pending one : PENDING) {
          if (one.isDone()) {
            done.add(one);
          }
        }
        PENDING.removeAll(done);
        if (PENDING.isEmpty()) {
          looking = null;
        }
      }
      for (Pending one : done) {
        one.end();
      }
      synchronized (PENDING) {
        if (looking != Thread.currentThread()) {
          return;
        }
      }
      try {
        Thread.sleep(MS_BETWEEN_LOOKS);
      } catch (InterruptedException goOn) {
        // an application may interrupt every thread that it finds
      }
    }
  }

  /** A future and the call that has returned it. */
  private static final class Pending {
    private final Future<?> future;
    private final RuleCall call;

    Pending(Future<?> future, RuleCall call) {
      this.future = future;
      this.call = call;
    }

    /** One that cannot say so is waited for no longer. */
    boolean isDone() {
      try {
        return future.isDone();
      } catch (Throwable broken) {
        return true;
      }
    }

    /** The thread may be one of the application, which has to learn that it was interrupted. */
    void end() {
      Object result = null;
      Throwable thrown = null;
      try {
        result = future.get(0, TimeUnit.NANOSECONDS);
      } catch (ExecutionException failed) {
        thrown = failed.getCause() == null ? failed : failed.getCause();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        thrown = interrupted;
      } catch (Throwable broken) {
        thrown = broken;
      }
      RuleMethod.completed(call, result, thrown);
    }
  }
}
