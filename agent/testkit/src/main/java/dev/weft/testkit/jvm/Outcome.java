// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit.jvm;

import java.time.Duration;
import java.util.List;

/**
 * How a process ended.
 *
 * @param lastWords time from the end of its input, or from the signal, to its own end
 */
public record Outcome(int exitCode, String stdout, String stderr, Duration lastWords) {
  /** Returns the lines of its standard output. */
  public List<String> out() {
    return stdout.lines().toList();
  }

  /** Returns the lines of its standard error. */
  public List<String> err() {
    return stderr.lines().toList();
  }
}
