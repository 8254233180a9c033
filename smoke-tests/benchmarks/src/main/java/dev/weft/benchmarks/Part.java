// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.util.List;

/** One part of the benchmarks, which can be run alone. */
public interface Part {
  /** What it is called on the command line. */
  String name();

  /** Measures, and returns the tables to print. */
  List<Table> run(Run run) throws Exception;
}
