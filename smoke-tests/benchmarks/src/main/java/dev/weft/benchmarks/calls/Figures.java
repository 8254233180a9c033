// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.calls;

import java.util.ArrayList;
import java.util.List;

/** What one {@link Fork} measured, a value for each iteration, and what {@link Calls} counted. */
final class Figures {
  private final List<Double> nanos = new ArrayList<>();
  private final List<Double> allBytes = new ArrayList<>();
  private final List<Double> bytes = new ArrayList<>();
  private long calls;
  private long identified;

  void nanos(double perCall) {
    nanos.add(perCall);
  }

  void allBytes(double perCall) {
    allBytes.add(perCall);
  }

  /** Reads the notes of {@link Calls}, of which the iterations for warming up come first. */
  void notes(List<String> lines) {
    List<Double> all = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ", 2);
      switch (words[0]) {
        case "bytes" -> all.add(Double.valueOf(words[1]));
        case "calls" -> calls = Long.parseLong(words[1]);
        case "identified" -> identified = Long.parseLong(words[1]);
        default -> throw new IllegalArgumentException(line);
      }
    }
    bytes.addAll(all.subList(all.size() - nanos.size(), all.size()));
  }

  /** Returns the time of a call. */
  List<Double> nanos() {
    return nanos;
  }

  /** Returns what all threads allocated for a call, those that export included. */
  List<Double> allBytes() {
    return allBytes;
  }

  /** Returns what the calling thread allocated for a call. */
  List<Double> bytes() {
    return bytes;
  }

  /** Returns how many calls were made, those for warming up included. */
  long calls() {
    return calls;
  }

  /** Returns how many of them printed the id of their trace. */
  long identified() {
    return identified;
  }
}
