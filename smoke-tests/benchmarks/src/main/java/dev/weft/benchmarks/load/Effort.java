// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.load;

/**
 * How much is sent. These are counts, not times: every subject does the same work.
 *
 * @param warmUp requests before anything is measured
 * @param closed requests that are measured in a closed loop
 * @param paced requests that are measured at a fixed rate
 */
record Effort(int warmUp, int closed, int paced) {
  static Effort of(Application application, boolean quick) {
    return switch (application) {
      case TRIVIAL ->
          quick ? new Effort(20_000, 20_000, 1_000) : new Effort(60_000, 100_000, 5_000);
      case RECONCILE -> quick ? new Effort(100, 100, 20) : new Effort(800, 800, 200);
    };
  }
}
