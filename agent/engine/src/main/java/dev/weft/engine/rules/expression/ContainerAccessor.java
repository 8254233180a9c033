// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What texts, arrays, collections and maps tell of themselves, and what a map has under a key. */
final class ContainerAccessor extends Accessor {
  private final String name;

  private ContainerAccessor(String name, Type type) {
    super(type);
    this.name = name;
  }

  /** Returns null where the type is none of these, or has no such property. */
  static @Nullable Accessor of(Type type, String name) {
    Class<?> raw = Generics.raw(type);
    boolean map = Map.class.isAssignableFrom(raw);
    boolean container =
        map
            || raw.isArray()
            || Collection.class.isAssignableFrom(raw)
            || CharSequence.class.isAssignableFrom(raw);
    if (!container) {
      return null;
    }
    switch (name) {
      case "size":
      case "length":
        return new ContainerAccessor("size", Long.class);
      case "isEmpty":
        return new ContainerAccessor(name, Boolean.class);
      case "keys":
        return map ? new ContainerAccessor(name, Collection.class) : null;
      case "values":
        return map ? new ContainerAccessor(name, Collection.class) : null;
      default:
        return map ? new Key(name, Generics.argument(type, Map.class, 1)) : null;
    }
  }

  @Override
  Object of(Object target) {
    switch (name) {
      case "size":
        return (long) size(target);
      case "isEmpty":
        return size(target) == 0;
      case "keys":
        return ((Map<?, ?>) target).keySet();
      default:
        return ((Map<?, ?>) target).values();
    }
  }

  static int size(Object target) {
    if (target instanceof Collection) {
      return ((Collection<?>) target).size();
    }
    if (target instanceof Map) {
      return ((Map<?, ?>) target).size();
    }
    return target instanceof CharSequence
        ? ((CharSequence) target).length()
        : Array.getLength(target);
  }

  /** What a map has under a key. */
  private static final class Key extends Accessor {
    private final String key;

    Key(String key, Type type) {
      super(type);
      this.key = key;
    }

    @Override
    @Nullable Object of(Object target) throws ExpressionProblem {
      return MapEntry.of((Map<?, ?>) target, key);
    }
  }
}
