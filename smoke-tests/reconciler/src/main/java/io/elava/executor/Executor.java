// SPDX-License-Identifier: Apache-2.0
package io.elava.executor;

import io.elava.model.Decision;
import io.elava.model.ExecutionResult;
import io.elava.model.Scan;
import io.elava.model.SingleExecutionResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Carries out decisions. A decision that fails yields a failed result, never an exception. */
public interface Executor {

  /** Carries out all decisions and waits for those that run on other threads. */
  ExecutionResult execute(Scan scan, List<Decision> decisions);

  /** Carries out one decision on the calling thread. */
  SingleExecutionResult executeSingle(Scan scan, Decision decision);

  /** Begins to carry out one decision; the future completes on any thread. */
  CompletableFuture<SingleExecutionResult> executeSingleAsync(Scan scan, Decision decision);
}
