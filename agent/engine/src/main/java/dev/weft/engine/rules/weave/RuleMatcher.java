// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import dev.weft.engine.rules.model.TelemetryRule;
import dev.weft.engine.rules.record.WovenSignature;
import dev.weft.engine.weave.Explanation;
import dev.weft.engine.weave.MethodWeaver;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Finds which methods of a class rules mean, from its class file; weaves nothing. Thread-safe. */
public final class RuleMatcher {
  private final RuleIndex index;
  private final MethodWeaver weaver;

  /** Creates one for rules that are looked at and never woven. */
  public RuleMatcher(Collection<TelemetryRule> rules) {
    this(
        new RuleIndex(rules),
        new MethodWeaver(new Explanation(Collections.emptyList(), false, "")));
  }

  RuleMatcher(RuleIndex index, MethodWeaver weaver) {
    this.index = index;
    this.weaver = weaver;
  }

  /**
   * Returns what rules mean of a class, or null where none is about it.
   *
   * @param loader finds the class files of its super types
   */
  public @Nullable RuleMatch match(ClassLoader loader, String internalName, byte[] classFile) {
    Set<TelemetryRule> concerned = concerned(loader, internalName, classFile);
    return concerned.isEmpty()
        ? null
        : new RuleMatch(concerned, internalName, DeclaredMethods.of(ClassReaders.of(classFile)));
  }

  private Set<TelemetryRule> concerned(ClassLoader loader, String internalName, byte[] classFile) {
    Set<String> ancestors =
        index.asksForSuperTypes() ? weaver.ancestors(loader, classFile) : Collections.emptySet();
    if (ancestors == null) {
      return Collections.emptySet();
    }
    Set<TelemetryRule> concerned = index.byTypes(internalName, ancestors);
    if (index.asksForAnnotations()) {
      for (String annotation : annotations(classFile)) {
        concerned.addAll(index.byAnnotation(annotation));
      }
    }
    return concerned;
  }

  /** Returns those of the annotations that the class file has in its constant pool. */
  private List<String> annotations(byte[] classFile) {
    List<String> found = new ArrayList<>(0);
    ClassReader reader = ClassReaders.of(classFile);
    Set<String> texts = ClassReaders.texts(reader, index.annotations());
    for (String annotation : index.annotations()) {
      if (texts.contains(annotation)) {
        found.add(annotation);
      }
    }
    return found;
  }

  /** Returns a method of a class by its name and descriptor. */
  public static Method method(Class<?> type, String nameAndDescriptor) {
    for (Method method : type.getDeclaredMethods()) {
      if (nameAndDescriptor.startsWith(method.getName())
          && nameAndDescriptor.equals(method.getName() + Type.getMethodDescriptor(method))) {
        return method;
      }
    }
    throw new IllegalStateException(type.getName() + " has no " + nameAndDescriptor);
  }

  /** Returns a method as a rule sees it, which may name its parameters. */
  public static WovenSignature signature(TelemetryRule rule, Method method) {
    boolean open = Modifier.isPublic(method.getModifiers());
    String descriptor = Type.getMethodDescriptor(method);
    return new WovenSignature(method, RuleIndex.pattern(rule, method.getName(), open, descriptor));
  }

  /**
   * Says which of some classes is called most like one that a rule is about and that is not there.
   *
   * @param names of all classes that there are
   * @param where they are, after a name: {@code was loaded}
   */
  public static String nearMiss(TelemetryRule rule, Collection<String> names, String where) {
    return NearMiss.ofClasses(rule, names, where);
  }
}
