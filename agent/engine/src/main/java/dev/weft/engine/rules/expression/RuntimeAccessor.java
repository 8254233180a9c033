// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import org.jspecify.annotations.Nullable;

/**
 * A property of objects of which only the class at run time tells what they have; looked up once
 * for each class, and kept with it.
 */
final class RuntimeAccessor extends Accessor {
  private static final Accessor NONE =
      new Accessor(Object.class) {
        @Override
        @Nullable Object of(Object target) {
          return null;
        }
      };

  private final String name;
  private final boolean orNull;
  private final ClassValue<Accessor> byClass;

  /**
   * Creates it.
   *
   * @param orNull whether there is nothing wrong with objects that have no such property
   */
  RuntimeAccessor(String name, boolean orNull, Accessors accessors) {
    super(Object.class);
    this.name = name;
    this.orNull = orNull;
    this.byClass =
        new ClassValue<Accessor>() {
          @Override
          protected Accessor computeValue(Class<?> type) {
            Accessor found = accessors.find(type, name);
            return found == null ? NONE : found;
          }
        };
  }

  @Override
  @Nullable Object of(Object target) throws Throwable {
    Accessor accessor = byClass.get(target.getClass());
    if (accessor == NONE && !orNull) {
      throw new ExpressionProblem(
          target.getClass().getName() + " has no " + name + " that may be read");
    }
    return accessor.of(target);
  }
}
