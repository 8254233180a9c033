// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.HashSet;
import java.util.Set;

/** Finds loaded classes that rules may concern, by what the JVM knows of them. */
final class LoadedClasses {
  private final RuleIndex index;

  LoadedClasses(RuleIndex index) {
    this.index = index;
  }

  boolean concerns(Class<?> type) {
    try {
      Set<String> ancestors = new HashSet<>();
      if (index.asksForSuperTypes()) {
        collect(type, ancestors);
      }
      String internalName = type.getName().replace('.', '/');
      return !index.byTypes(internalName, ancestors).isEmpty()
          || index.asksForAnnotations() && annotated(type);
    } catch (LinkageError | RuntimeException unreadable) {
      return false;
    }
  }

  private static void collect(Class<?> type, Set<String> ancestors) {
    Class<?> above = type.getSuperclass();
    if (above != null && ancestors.add(above.getName().replace('.', '/'))) {
      collect(above, ancestors);
    }
    for (Class<?> one : type.getInterfaces()) {
      if (ancestors.add(one.getName().replace('.', '/'))) {
        collect(one, ancestors);
      }
    }
  }

  /** Annotations that the JVM does not keep are found only in classes that are loaded later. */
  private boolean annotated(Class<?> type) {
    if (hasOne(type)) {
      return true;
    }
    for (AnnotatedElement method : type.getDeclaredMethods()) {
      if (hasOne(method)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasOne(AnnotatedElement element) {
    for (Annotation annotation : element.getDeclaredAnnotations()) {
      String name = annotation.annotationType().getName().replace('.', '/');
      if (!index.byAnnotation('L' + name + ';').isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
