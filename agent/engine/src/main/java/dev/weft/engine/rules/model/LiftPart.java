// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.model;

/** A value that a span above gets, once its own calls below have ended. Immutable. */
public final class LiftPart {
  /** The rule whose call gets it: the nearest above, by the name of the rule or of its span. */
  public final String target;

  public final String attribute;
  public final Formula value;
  public final Combining with;
  public final At at;

  /** Creates it. */
  public LiftPart(String target, String attribute, Formula value, Combining with, At at) {
    this.target = target;
    this.attribute = attribute;
    this.value = value;
    this.with = with;
    this.at = at;
  }
}
