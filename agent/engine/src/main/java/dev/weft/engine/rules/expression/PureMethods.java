// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which methods an expression may call: those without parameters that only read. These are
 * components of records, methods of enums, getters, methods that are called like a field of the
 * same type, a few of the JDK, and those that the rule file allows. Immutable.
 */
final class PureMethods {
  private static final Set<String> OF_JDK =
      new HashSet<>(
          Arrays.asList(
              "toMillis",
              "toSeconds",
              "toMinutes",
              "toHours",
              "toDays",
              "toNanos",
              "toEpochMilli",
              "name",
              "ordinal",
              "trim",
              "toLowerCase",
              "toUpperCase",
              "intValue",
              "longValue",
              "doubleValue",
              "booleanValue",
              "get",
              "path",
              "host"));

  private final Set<String> allowed;

  PureMethods(Set<String> allowed) {
    this.allowed = allowed;
  }

  boolean include(Method method) {
    Class<?> returned = method.getReturnType();
    if (method.getParameterCount() > 0 || returned == void.class) {
      return false;
    }
    Class<?> owner = method.getDeclaringClass();
    String name = method.getName();
    if (allowed.contains(owner.getName() + '.' + name)) {
      return true;
    }
    // who gets a connection or a stream opens one, and getAndIncrement is no getter
    if (AutoCloseable.class.isAssignableFrom(returned) || name.startsWith("getAnd")) {
      return false;
    }
    if (owner.getName().startsWith("java.")) {
      return isGetter(name) || ofJdk(owner, name);
    }
    return isGetter(name)
        || isRecord(owner)
        || Enum.class.isAssignableFrom(owner)
        || likeField(method);
  }

  /** Those of values that do not change, and of counters. */
  private static boolean ofJdk(Class<?> owner, String name) {
    boolean value =
        owner.getName().startsWith("java.time.")
            || owner.getName().startsWith("java.lang.")
            || owner.getName().startsWith("java.util.concurrent.atomic.");
    return value && OF_JDK.contains(name);
  }

  static boolean isGetter(String name) {
    return !property(name).equals(name);
  }

  /** Returns what a getter is the getter of, or the name of any other method as it is. */
  static String property(String method) {
    for (String prefix : new String[] {"get", "is", "has"}) {
      int start = prefix.length();
      if (method.length() > start
          && method.startsWith(prefix)
          && Character.isUpperCase(method.charAt(start))) {
        return method.substring(start, start + 1).toLowerCase(Locale.ROOT)
            + method.substring(start + 1);
      }
    }
    return method;
  }

  /** By name: the class is not there before Java 16. */
  private static boolean isRecord(Class<?> type) {
    Class<?> above = type.getSuperclass();
    return above != null && above.getName().equals("java.lang.Record");
  }

  private static boolean likeField(Method method) {
    try {
      Field field = method.getDeclaringClass().getDeclaredField(method.getName());
      return field.getType() == method.getReturnType();
    } catch (NoSuchFieldException none) {
      return false;
    }
  }
}
