// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import dev.weft.engine.rules.model.MethodPattern;
import dev.weft.engine.rules.model.Target;
import dev.weft.engine.rules.model.TelemetryRule;
import dev.weft.engine.rules.weave.DeclaredMethods.Declared;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Which rules a class may concern: by look-ups of its name and those of its super types, however
 * many rules there are. Immutable.
 */
final class RuleIndex {
  private final Map<String, List<TelemetryRule>> byClass = new HashMap<>();
  private final Map<String, List<TelemetryRule>> bySubtype = new HashMap<>();
  private final Map<String, List<TelemetryRule>> byAnnotation = new HashMap<>();

  RuleIndex(Collection<TelemetryRule> rules) {
    for (TelemetryRule rule : rules) {
      for (String type : rule.on.types) {
        String internalName = type.replace('.', '/');
        String name =
            rule.on.kind == Target.Kind.ANNOTATED ? 'L' + internalName + ';' : internalName;
        map(rule.on.kind).computeIfAbsent(name, first -> new ArrayList<>(1)).add(rule);
      }
    }
  }

  private Map<String, List<TelemetryRule>> map(Target.Kind kind) {
    switch (kind) {
      case CLASS:
        return byClass;
      case SUBTYPE:
        return bySubtype;
      default:
        return byAnnotation;
    }
  }

  /** Returns whether the super types of a class have to be known. */
  boolean asksForSuperTypes() {
    return !bySubtype.isEmpty();
  }

  boolean asksForAnnotations() {
    return !byAnnotation.isEmpty();
  }

  /** Returns the annotations that are asked for, as descriptors. */
  Set<String> annotations() {
    return byAnnotation.keySet();
  }

  /**
   * Returns the rules that a class may concern by its types.
   *
   * @param ancestors internal names; may be empty if nobody asks for them
   */
  Set<TelemetryRule> byTypes(String internalName, Set<String> ancestors) {
    Set<TelemetryRule> found = new LinkedHashSet<>(of(byClass, internalName));
    if (!bySubtype.isEmpty()) {
      found.addAll(of(bySubtype, internalName));
      for (String type : ancestors) {
        found.addAll(of(bySubtype, type));
      }
    }
    return found;
  }

  /** Returns the rules that ask for an annotation. */
  List<TelemetryRule> byAnnotation(String descriptor) {
    return of(byAnnotation, descriptor);
  }

  private static List<TelemetryRule> of(Map<String, List<TelemetryRule>> map, String name) {
    List<TelemetryRule> found = map.get(name);
    return found == null ? Collections.emptyList() : found;
  }

  /** Returns the pattern that a method fits, or null. */
  static @Nullable MethodPattern pattern(
      TelemetryRule rule, String name, boolean open, String descriptor) {
    for (MethodPattern pattern : rule.on.methods) {
      boolean named = pattern.name.equals(MethodPattern.ANY) ? open : pattern.name.equals(name);
      if (named && fits(pattern, Type.getArgumentTypes(descriptor))) {
        return pattern;
      }
    }
    return null;
  }

  /** Returns whether a rule is about a method of a class that it concerns. */
  static boolean includes(TelemetryRule rule, Declared method, DeclaredMethods all) {
    boolean byName =
        rule.on.methods.isEmpty()
            || pattern(rule, method.name, method.isPublic(), method.descriptor) != null;
    if (rule.on.kind != Target.Kind.ANNOTATED || !byName) {
      return byName;
    }
    for (String type : rule.on.types) {
      String descriptor = 'L' + type.replace('.', '/') + ';';
      boolean ofClass = all.annotations.contains(descriptor) && method.isPublic();
      if (ofClass || method.annotations.contains(descriptor)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(MethodPattern pattern, Type[] types) {
    List<MethodPattern.Parameter> wanted = pattern.parameters;
    if (wanted == null) {
      return true;
    }
    boolean fit = wanted.size() == types.length;
    for (int i = 0; fit && i < types.length; i++) {
      String name = types[i].getClassName().replace('$', '.');
      String type = wanted.get(i).type.replace('$', '.');
      fit = type.isEmpty() || name.equals(type) || name.endsWith('.' + type);
    }
    return fit;
  }
}
