// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.engine.rules.expression.Generics;
import dev.weft.engine.rules.expression.Scene;
import dev.weft.engine.rules.model.MethodPattern;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A method that a rule is about, as its class declares it. Immutable. */
public final class WovenSignature {
  final Method method;
  final Scene scene;

  /** The name of a span that the rule does not name. */
  public final String spanName;

  final boolean asynchronous;
  final boolean overridable;

  /**
   * Creates it.
   *
   * @param pattern the one that it fits, which may name its parameters, or null
   */
  public WovenSignature(Method method, @Nullable MethodPattern pattern) {
    this.method = method;
    Class<?> declaring = method.getDeclaringClass();
    Class<?> raw = method.getReturnType();
    asynchronous =
        CompletionStage.class.isAssignableFrom(raw) || Future.class.isAssignableFrom(raw);
    int modifiers = method.getModifiers();
    boolean fixed = Modifier.isStatic(modifiers) || Modifier.isPrivate(modifiers);
    overridable = !fixed && !Modifier.isFinal(declaring.getModifiers() | modifiers);
    List<Type> arguments =
        Arrays.asList(
            Generics.<Type[]>orRaw(method::getGenericParameterTypes, method.getParameterTypes()));
    scene = new Scene(declaring, arguments, names(method, pattern), result(method, raw));
    spanName = simpleName(declaring) + '.' + method.getName();
  }

  /** The elements of a Flux are not kept: it has no result. */
  private static Type result(Method method, Class<?> raw) {
    Type type = Generics.orRaw(method::getGenericReturnType, raw);
    if (raw.getName().startsWith("reactor.core.publisher.")) {
      return raw.getSimpleName().equals("Mono") ? Generics.argument(type, raw, 0) : void.class;
    }
    if (CompletionStage.class.isAssignableFrom(raw)) {
      return Generics.argument(type, CompletionStage.class, 0);
    }
    return Future.class.isAssignableFrom(raw) ? Generics.argument(type, Future.class, 0) : type;
  }

  /** Names that the pattern leaves out are those that the compiler has kept, if it has. */
  private static List<String> names(Method method, @Nullable MethodPattern pattern) {
    List<String> names = new ArrayList<>();
    List<MethodPattern.Parameter> given = pattern == null ? null : pattern.parameters;
    for (int i = 0; i < method.getParameterCount(); i++) {
      String name = given == null ? "" : given.get(i).name;
      boolean kept = name.isEmpty() && method.getParameters()[i].isNamePresent();
      names.add(kept ? method.getParameters()[i].getName() : name);
    }
    return names;
  }

  private static String simpleName(Class<?> type) {
    String name = type.getName();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
