// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.model;

import java.util.List;

/** Which methods of which classes a rule is about. Immutable. */
public final class Target {
  /** How {@link #types} are meant. */
  public enum Kind {
    /** Classes of exactly these names. */
    CLASS,
    /** Classes that implement one of these interfaces, or extend one of these classes. */
    SUBTYPE,
    /** Methods that carry one of these annotations, or all methods of a class that does. */
    ANNOTATED
  }

  public final Kind kind;

  /** Full names, as {@code Class.getName} has them. */
  public final List<String> types;

  /** Empty for {@link Kind#ANNOTATED} where any annotated method is meant. */
  public final List<MethodPattern> methods;

  public final Place place;

  /** Creates it. */
  public Target(Kind kind, List<String> types, List<MethodPattern> methods, Place place) {
    this.kind = kind;
    this.types = types;
    this.methods = methods;
    this.place = place;
  }
}
