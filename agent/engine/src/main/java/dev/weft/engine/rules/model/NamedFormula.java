// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.model;

/**
 * An attribute, a value in the context or a key of a metric: a name and how its value is worked
 * out. A name that ends with {@code .*} stands for one attribute for each entry of a map.
 * Immutable.
 */
public final class NamedFormula {
  public final String name;
  public final Formula value;
  public final At at;

  /** Creates it. */
  public NamedFormula(String name, Formula value, At at) {
    this.name = name;
    this.value = value;
    this.at = at;
  }
}
