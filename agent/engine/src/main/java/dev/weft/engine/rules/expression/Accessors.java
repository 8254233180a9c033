// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds how the properties of types are read. Immutable. */
final class Accessors {
  private final PureMethods pure;

  Accessors(Set<String> allowed) {
    pure = new PureMethods(allowed);
  }

  /** Returns how a property is read, or null where there is none of that name. */
  @Nullable Accessor find(Type type, String name) {
    Accessor found = ContainerAccessor.of(type, name);
    for (String method : methods(name)) {
      found = found == null ? method(type, method) : found;
    }
    return found == null ? field(type, name) : found;
  }

  private static Iterable<String> methods(String name) {
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return Arrays.asList(
        name,
        "get" + capital,
        "is" + capital,
        "has" + capital,
        "to" + capital,
        "toEpoch" + singular(capital));
  }

  /** {@code millis} of an instant are {@code toEpochMilli}. */
  private static String singular(String name) {
    return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }

  private @Nullable Accessor method(Type type, String name) {
    for (Class<?> one : lineage(Generics.raw(type))) {
      try {
        Method method = one.getDeclaredMethod(name);
        boolean fit = !Modifier.isStatic(method.getModifiers()) && pure.include(method);
        Accessor accessor = fit ? MemberAccessor.of(method, type) : null;
        if (accessor != null) {
          return accessor;
        }
      } catch (NoSuchMethodException goOn) {
        // another of its types may have it
      }
    }
    return null;
  }

  private static @Nullable Accessor field(Type type, String name) {
    for (Class<?> one : lineage(Generics.raw(type))) {
      try {
        Field field = one.getDeclaredField(name);
        Accessor accessor =
            Modifier.isStatic(field.getModifiers()) ? null : MemberAccessor.of(field, type);
        if (accessor != null) {
          return accessor;
        }
      } catch (NoSuchFieldException goOn) {
        // another of its types may have it
      }
    }
    return null;
  }

  /** Returns the names of what can be read, for who misspelt one. */
  Collection<String> names(Type type) {
    Set<String> names = new LinkedHashSet<>();
    for (Class<?> one : lineage(Generics.raw(type))) {
      if (one == Object.class) {
        continue;
      }
      for (Method method : one.getDeclaredMethods()) {
        if (!Modifier.isStatic(method.getModifiers()) && pure.include(method)) {
          names.add(PureMethods.property(method.getName()));
        }
      }
      for (Field field : one.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
          names.add(field.getName());
        }
      }
    }
    return names;
  }

  /** The class, those above it, and all their interfaces. */
  private static Set<Class<?>> lineage(Class<?> type) {
    Set<Class<?>> lineage = new LinkedHashSet<>();
    for (Class<?> one = type; one != null; one = one.getSuperclass()) {
      lineage.add(one);
    }
    for (Class<?> one : lineage.toArray(new Class<?>[0])) {
      interfaces(one, lineage);
    }
    return lineage;
  }

  private static void interfaces(Class<?> type, Set<Class<?>> into) {
    for (Class<?> one : type.getInterfaces()) {
      if (into.add(one)) {
        interfaces(one, into);
      }
    }
  }
}
