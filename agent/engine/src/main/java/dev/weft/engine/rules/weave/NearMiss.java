// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import dev.weft.engine.config.NearestName;
import dev.weft.engine.rules.model.MethodPattern;
import dev.weft.engine.rules.model.Target;
import dev.weft.engine.rules.model.TelemetryRule;
import dev.weft.engine.rules.weave.DeclaredMethods.Declared;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Says of a rule that matched nothing what it may have been meant for. */
final class NearMiss {
  private static final int MOST_NAMES = 8;

  private NearMiss() {}

  /** Says why no method of a class that the rule concerns is woven. */
  static String ofMethods(TelemetryRule rule, String internalName, DeclaredMethods declared) {
    String type = internalName.replace('/', '.');
    List<String> names = new ArrayList<>();
    for (Declared method : declared.methods) {
      for (MethodPattern pattern : rule.on.methods) {
        if (method.name.equals(pattern.name)) {
          return type + " has " + signature(method) + ", and not " + pattern(pattern);
        }
      }
      if (!method.name.startsWith("<") && !names.contains(method.name)) {
        names.add(method.name);
      }
    }
    String wanted = rule.on.methods.isEmpty() ? "" : rule.on.methods.get(0).name;
    String nearest = NearestName.of(wanted, names);
    String has = nearest == null ? listed(names) : "nearest: " + nearest;
    return type + " declares no " + wanted + "; " + has;
  }

  /** Says which of the classes that there are somewhere is called most like one of the rule's. */
  static String ofClasses(TelemetryRule rule, Collection<String> loaded, String where) {
    for (String type : rule.on.types) {
      if (rule.on.kind == Target.Kind.CLASS && isOfJdk(type)) {
        return type + " is of the JDK, whose classes are not woven";
      }
    }
    for (String type : rule.on.types) {
      String simple = type.substring(type.lastIndexOf('.') + 1);
      for (String name : loaded) {
        if (name.endsWith('.' + simple) || name.endsWith('$' + simple)) {
          return "no class of " + type + " " + where + "; there is " + name;
        }
      }
    }
    String type = rule.on.types.get(0);
    String nearest = NearestName.of(type, loaded);
    String hint = nearest == null ? "" : "; nearest: " + nearest;
    return "no class of " + type + " " + where + hint;
  }

  private static boolean isOfJdk(String type) {
    try {
      Class.forName(type, false, null);
      return true;
    } catch (ClassNotFoundException | LinkageError another) {
      return false;
    }
  }

  private static String pattern(MethodPattern pattern) {
    StringBuilder text = new StringBuilder(pattern.name);
    List<MethodPattern.Parameter> parameters = pattern.parameters;
    if (parameters == null) {
      return text + " with a body";
    }
    String before = "(";
    for (MethodPattern.Parameter one : parameters) {
      String type = one.type.isEmpty() ? one.name : one.type;
      text.append(before).append(type.isEmpty() ? "any" : type);
      before = ", ";
    }
    return text.append(parameters.isEmpty() ? "()" : ")").toString();
  }

  private static String signature(Declared method) {
    StringBuilder text = new StringBuilder(method.name).append('(');
    String before = "";
    for (net.bytebuddy.jar.asm.Type type :
        net.bytebuddy.jar.asm.Type.getArgumentTypes(method.descriptor)) {
      text.append(before).append(type.getClassName());
      before = ", ";
    }
    return text.append(')').toString();
  }

  private static String listed(List<String> names) {
    return names.isEmpty()
        ? "it declares no methods"
        : "it has " + String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
  }
}
