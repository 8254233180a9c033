// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Type;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be gone through: collections, arrays, and the values of maps. */
final class Elements {
  private Elements() {}

  /** Returns the elements; none of null. */
  static Collection<?> of(@Nullable Object value) throws ExpressionProblem {
    if (value == null) {
      return Collections.emptyList();
    }
    Collection<?> elements = orNull(value);
    if (elements == null) {
      throw new ExpressionProblem("a " + value.getClass().getName() + " has no elements");
    }
    return elements;
  }

  static @Nullable Collection<?> orNull(@Nullable Object value) {
    if (value instanceof Collection) {
      return (Collection<?>) value;
    }
    if (value instanceof Map) {
      return ((Map<?, ?>) value).values();
    }
    if (value instanceof Object[]) {
      return Arrays.asList((Object[]) value);
    }
    return value != null && value.getClass().isArray() ? primitives(value) : null;
  }

  private static Collection<?> primitives(Object array) {
    return new AbstractList<Object>() {
      @Override
      public Object get(int index) {
        return Array.get(array, index);
      }

      @Override
      public int size() {
        return Array.getLength(array);
      }
    };
  }

  /** Returns the type of the elements of a type. */
  static Type type(Type of) throws ExpressionProblem {
    Class<?> raw = Generics.raw(of);
    if (raw == Object.class) {
      return Object.class;
    }
    if (of instanceof GenericArrayType) {
      return ((GenericArrayType) of).getGenericComponentType();
    }
    if (raw.isArray()) {
      return raw.getComponentType();
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return Generics.argument(of, Collection.class, 0);
    }
    if (Map.class.isAssignableFrom(raw)) {
      return Generics.argument(of, Map.class, 1);
    }
    throw new ExpressionProblem("a " + raw.getSimpleName() + " has no elements");
  }
}
