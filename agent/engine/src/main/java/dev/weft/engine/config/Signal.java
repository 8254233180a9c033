// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

/** The kinds of telemetry that can be sent to different places. */
public enum Signal {
  TRACES("traces"),
  METRICS("metrics"),
  LOGS("logs");

  private final String word;

  Signal(String word) {
    this.word = word;
  }

  /** The word that stands for this signal in property names and in OTLP/HTTP paths. */
  String word() {
    return word;
  }
}
