// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which methods of a class a rule is about: of a name, maybe of a number of parameters, maybe of
 * parameters of some types. Immutable.
 */
public final class MethodPattern {
  /** The name that stands for all public methods. */
  public static final String ANY = "*";

  public final String name;

  /** The parameters, or null for any. */
  public final @Nullable List<Parameter> parameters;

  public final Place place;

  /** Creates it. */
  public MethodPattern(String name, @Nullable List<Parameter> parameters, Place place) {
    this.name = name;
    this.parameters = parameters;
    this.place = place;
  }

  /** A parameter: by what name expressions know it, and of what type it has to be. Immutable. */
  public static final class Parameter {
    /** The name; empty where there is none. */
    public final String name;

    /** A simple or a full name of a class, {@code int} or the like; empty for any type. */
    public final String type;

    /** Creates it. */
    public Parameter(String name, String type) {
      this.name = name;
      this.type = type;
    }
  }
}
