// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import java.time.Duration;
import java.util.List;

/**
 * How a process ended.
 *
 * @param lastWords time from the end of its input, or from the signal, to its own end
 */
record Outcome(int exitCode, String stdout, String stderr, Duration lastWords) {
  List<String> out() {
    return stdout.lines().toList();
  }

  List<String> err() {
    return stderr.lines().toList();
  }
}
