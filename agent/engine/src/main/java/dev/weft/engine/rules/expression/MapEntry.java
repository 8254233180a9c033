// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a map has under a key. Expressions know enum constants by their names and whole numbers as
 * Long only, whatever the keys of the map are.
 */
final class MapEntry {
  private MapEntry() {}

  /**
   * Returns it, or null where there is none.
   *
   * @throws ExpressionProblem for what only the application could compare
   */
  static @Nullable Object of(Map<?, ?> map, @Nullable Object key) throws ExpressionProblem {
    if (key != null && !(key instanceof Enum) && !Comparison.ofJdk(key)) {
      throw new ExpressionProblem(
          "a key is a text, a number or an enum constant, and no " + key.getClass().getName());
    }
    Object found = map instanceof SortedMap ? null : map.get(key);
    return found == null && key != null ? ofLike(map, key) : found;
  }

  /** Asks for a key of the type that the others are of. */
  private static @Nullable Object ofLike(Map<?, ?> map, Object key) throws ExpressionProblem {
    Iterator<?> keys = map.keySet().iterator();
    Object one = keys.hasNext() ? keys.next() : null;
    Object like = one == null ? null : like(one, key);
    return like == null ? null : map.get(like);
  }

  private static @Nullable Object like(Object one, Object key) {
    if (one instanceof Enum && key instanceof String) {
      for (Object constant : ((Enum<?>) one).getDeclaringClass().getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(key)) {
          return constant;
        }
      }
      return null;
    }
    if (one instanceof String && key instanceof Enum) {
      return ((Enum<?>) key).name();
    }
    if (key instanceof Long) {
      return like(one, (long) (Long) key);
    }
    return one.getClass() == key.getClass() || one instanceof Enum && key instanceof Enum
        ? key
        : null;
  }

  private static @Nullable Object like(Object one, long key) {
    if (one instanceof Integer) {
      return (int) key == key ? (Object) (int) key : null;
    }
    if (one instanceof Short) {
      return (short) key == key ? (Object) (short) key : null;
    }
    if (one instanceof Byte) {
      return (byte) key == key ? (Object) (byte) key : null;
    }
    return one instanceof Long ? (Object) key : null;
  }
}
