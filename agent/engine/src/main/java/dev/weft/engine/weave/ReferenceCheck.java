// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.api.WeakIdentityMap;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.description.NamedElement;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the advice of an instrumentation refers to with the library that an application
 * loader sees, once for each pair: a version that lacks something is not woven at all, rather than
 * failing half-way in the middle of a request.
 *
 * <p>References come in groups, one an advice class: a library that offers one of two APIs lacks
 * all of the other, which is no reason to refuse it. Thread-safe.
 */
final class ReferenceCheck {
  private final ReferenceSource source;
  private final WeakIdentityMap<ClassLoader, Map<String, Answer>> answers = new WeakIdentityMap<>();

  ReferenceCheck(ReferenceSource source) {
    this.source = source;
  }

  /** Whether a library can be served, and if not, what it lacks. */
  static final class Answer {
    final @Nullable String problem;
    final boolean fresh;

    Answer(@Nullable String problem, boolean fresh) {
      this.problem = problem;
      this.fresh = fresh;
    }
  }

  Answer answer(Index.Entry instrumentation, ClassLoader loader, TypePool pool) throws IOException {
    Map<String, Answer> known = answers.get(loader);
    if (known == null) {
      known = new ConcurrentHashMap<>();
      Map<String, Answer> other = answers.putIfAbsent(loader, known);
      known = other == null ? known : other;
    }
    Answer answer = known.get(instrumentation.name);
    if (answer != null) {
      return answer;
    }
    String problem = problem(instrumentation.name, pool);
    Answer other = known.putIfAbsent(instrumentation.name, new Answer(problem, false));
    return other == null ? new Answer(problem, true) : other;
  }

  private @Nullable String problem(String instrumentation, TypePool pool) throws IOException {
    try (DataInputStream in = source.open(instrumentation)) {
      if (in == null) {
        return null;
      }
      for (int groups = in.readUnsignedShort(); groups > 0; groups--) {
        String problem = problem(in, pool);
        if (problem != null) {
          return problem;
        }
      }
      return null;
    }
  }

  /** Reads one group whole; it has a problem if some of its classes are there and a part is not. */
  private static @Nullable String problem(DataInputStream in, TypePool pool) throws IOException {
    String problem = null;
    boolean present = false;
    for (int count = in.readUnsignedShort(); count > 0; count--) {
      String owner = in.readUTF();
      String name = in.readUTF();
      String descriptor = in.readUTF();
      TypePool.Resolution resolution = pool.describe(owner.replace('/', '.'));
      boolean there = resolution.isResolved();
      present |= there;
      if (problem == null && !(there && has(resolution.resolve(), name, descriptor))) {
        problem = owner.replace('/', '.') + (name.isEmpty() ? "" : "." + name + descriptor);
      }
    }
    return present ? problem : null;
  }

  private static boolean has(TypeDescription type, String name, String descriptor) {
    return name.isEmpty() || declares(type, name, descriptor);
  }

  /** A super type that cannot be read might declare it: then the library has the last word. */
  private static boolean declares(TypeDescription type, String name, String descriptor) {
    try {
      if (matches(type, name, descriptor)) {
        return true;
      }
      TypeDefinition superClass = type.getSuperClass();
      if (superClass != null && declares(superClass.asErasure(), name, descriptor)) {
        return true;
      }
      for (TypeDefinition superInterface : type.getInterfaces()) {
        if (declares(superInterface.asErasure(), name, descriptor)) {
          return true;
        }
      }
      return type.isInterface()
          && matches(TypeDescription.ForLoadedType.of(Object.class), name, descriptor);
    } catch (TypePool.Resolution.NoSuchTypeException unreadable) {
      return true;
    }
  }

  private static boolean matches(TypeDescription type, String name, String descriptor) {
    if (descriptor.startsWith("(")) {
      for (MethodDescription.InDefinedShape method : type.getDeclaredMethods()) {
        if (method.getInternalName().equals(name) && method.getDescriptor().equals(descriptor)) {
          return true;
        }
      }
      return false;
    }
    for (FieldDescription.InDefinedShape field : type.getDeclaredFields()) {
      if (named(field, name) && field.getDescriptor().equals(descriptor)) {
        return true;
      }
    }
    return false;
  }

  private static boolean named(NamedElement.WithRuntimeName element, String name) {
    return element.getInternalName().equals(name);
  }
}
