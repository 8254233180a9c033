// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** How a property of an object is read. */
abstract class Accessor {
  final Type type;

  Accessor(Type type) {
    this.type = type;
  }

  /** Reads it; throws what the object's own method throws. */
  abstract @Nullable Object of(Object target) throws Throwable;
}
