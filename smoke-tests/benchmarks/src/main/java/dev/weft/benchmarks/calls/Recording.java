// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.calls;

import java.util.List;

/** What an agent is to do with calls. */
enum Recording {
  RECORDING("recorded"),
  UNSAMPLED("not sampled"),
  OFF("switched off");

  private final String label;

  Recording(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  List<String> options(Verb verb) {
    return switch (this) {
      case RECORDING -> List.of();
      case UNSAMPLED -> List.of("-Dotel.traces.sampler=always_off");
      case OFF -> verb.off();
    };
  }

  /** Returns whether a collector is to get spans; a line is logged within the span of a request. */
  boolean spans(Verb verb) {
    return this == RECORDING || (this == OFF && verb.correlates());
  }
}
