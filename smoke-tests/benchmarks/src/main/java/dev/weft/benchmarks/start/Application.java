// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.start;

import dev.weft.benchmarks.Launch;
import dev.weft.benchmarks.Subject;
import dev.weft.benchmarks.Table;
import java.io.IOException;

/** What is started. */
interface Application {
  /** Its name for people, and for files. */
  String name();

  /** Runs it as it is measured, but measures nothing. */
  void run(Launch launch) throws IOException, InterruptedException;

  /** Runs it once, and adds what that took. */
  void measure(State state, Subject subject, Table table) throws IOException, InterruptedException;
}
