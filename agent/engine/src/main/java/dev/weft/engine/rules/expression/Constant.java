// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import org.jspecify.annotations.Nullable;

/** A value that is written down. Immutable. */
final class Constant extends Expression {
  /** Stands for nothing. */
  static final Constant NULL = new Constant("null", null);

  private final @Nullable Object value;

  Constant(Object value) {
    this(String.valueOf(value), Texts.plain(value));
  }

  /** Creates one that is written in another way than its value. */
  Constant(String text, @Nullable Object value) {
    super(text);
    this.value = value;
  }

  @Override
  public boolean mentions(Root root) {
    return false;
  }

  @Override
  Value bind(Binding binding) {
    return Value.constant(value);
  }

  @Override
  @Nullable String constantName() {
    return value instanceof String ? (String) value : null;
  }
}
