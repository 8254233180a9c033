// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

import java.util.List;

/** The outcome of all decisions of a scan. */
public record ExecutionResult(
    int total, int successful, int failed, int skipped, List<SingleExecutionResult> results) {

  /** Counts the results. */
  public static ExecutionResult of(List<SingleExecutionResult> results) {
    return new ExecutionResult(
        results.size(),
        count(results, ExecutionStatus.SUCCESS),
        count(results, ExecutionStatus.FAILED),
        count(results, ExecutionStatus.SKIPPED),
        List.copyOf(results));
  }

  /** Whether some decisions failed while others did not. */
  public boolean partialFailure() {
    return failed > 0 && failed < total;
  }

  private static int count(List<SingleExecutionResult> results, ExecutionStatus status) {
    return (int) results.stream().filter(result -> result.status() == status).count();
  }
}
