// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.model;

/** What is wrong with a rule, where, and what would be right. Immutable. */
public final class RuleProblem {
  public final Place place;
  public final String text;

  /** Whether the file cannot be used: a warning lets it be. */
  public final boolean fatal;

  /** Creates it. */
  public RuleProblem(Place place, String text, boolean fatal) {
    this.place = place;
    this.text = text;
    this.fatal = fatal;
  }

  /** Returns it in one line. */
  public String line() {
    return place + ": " + text;
  }
}
