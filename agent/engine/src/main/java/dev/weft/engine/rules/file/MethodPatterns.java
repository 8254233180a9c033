// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.engine.rules.model.MethodPattern;
import dev.weft.engine.rules.model.MethodPattern.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code place(order, int count)} and the like. */
final class MethodPatterns {
  private static final String WORD = "[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*";
  private static final Pattern NAME = Pattern.compile(WORD);
  private static final Pattern TYPE =
      Pattern.compile(WORD + "(\\." + WORD + ")*(\\[\\]|\\.\\.\\.)*");

  private static final Set<String> PRIMITIVES =
      new HashSet<>(
          Arrays.asList("boolean", "byte", "char", "double", "float", "int", "long", "short"));

  /** What expressions know by these names already. */
  private static final Set<String> TAKEN =
      new HashSet<>(
          Arrays.asList(
              "arg",
              "this",
              "return",
              "thrown",
              "duration",
              "context",
              "below",
              "resource",
              "each",
              "it",
              "span",
              "time",
              "true",
              "false",
              "null"));

  private final Problems problems;

  MethodPatterns(Problems problems) {
    this.problems = problems;
  }

  /** Returns whether a text can be the name of a class. */
  static boolean isClass(String text) {
    return TYPE.matcher(text).matches() && text.indexOf('[') < 0 && !text.endsWith("...");
  }

  /** Returns the pattern, or null and a problem. */
  @Nullable MethodPattern read(Node node, String text) {
    int open = text.indexOf('(');
    String name = (open < 0 ? text : text.substring(0, open)).trim();
    if (open >= 0 && !text.endsWith(")")) {
      return wrong(node, text, "its parameters do not end with )");
    }
    if (name.startsWith("<")) {
      return wrong(node, text, "constructors are not for rules");
    }
    if (!name.equals(MethodPattern.ANY) && !NAME.matcher(name).matches()) {
      return wrong(node, text, "'" + name + "' is no name of a method");
    }
    if (open < 0) {
      return new MethodPattern(name, null, problems.place(node));
    }
    if (name.equals(MethodPattern.ANY)) {
      return wrong(node, text, "* stands for all methods, whatever their parameters");
    }
    List<Parameter> parameters = new ArrayList<>();
    String inside = text.substring(open + 1, text.length() - 1).trim();
    for (String one : inside.isEmpty() ? new String[0] : inside.split(",", -1)) {
      Parameter parameter = parameter(one.trim());
      String fault = parameter == null ? "'" + one.trim() + "' is no parameter" : null;
      fault = parameter == null ? fault : fault(parameter, parameters);
      if (parameter == null || fault != null) {
        return wrong(node, text, fault == null ? "" : fault);
      }
      parameters.add(parameter);
    }
    return new MethodPattern(name, parameters, problems.place(node));
  }

  /** A single word is a type where it is written like one, else a name. */
  private static @Nullable Parameter parameter(String text) {
    String[] words = text.split("\\s+");
    String type = words.length == 2 || looksLikeType(words[0]) ? words[0] : "";
    String name = words.length == 2 ? words[1] : type.isEmpty() ? words[0] : "";
    boolean fits =
        words.length <= 2
            && (type.isEmpty() || TYPE.matcher(type).matches())
            && (name.isEmpty() || NAME.matcher(name).matches());
    return fits && !text.isEmpty() ? new Parameter(name, type.replace("...", "[]")) : null;
  }

  private static boolean looksLikeType(String word) {
    return PRIMITIVES.contains(word)
        || word.indexOf('.') >= 0
        || word.indexOf('[') >= 0
        || !word.isEmpty() && Character.isUpperCase(word.charAt(0));
  }

  private static @Nullable String fault(Parameter parameter, List<Parameter> before) {
    if (TAKEN.contains(parameter.name)) {
      return "'" + parameter.name + "' means something else in expressions: name it otherwise";
    }
    for (Parameter other : before) {
      if (!parameter.name.isEmpty() && parameter.name.equals(other.name)) {
        return "two parameters are called " + parameter.name;
      }
    }
    return null;
  }

  private @Nullable MethodPattern wrong(Node node, String text, String fault) {
    problems.wrong(node, "method " + text + " cannot be read: " + fault);
    return null;
  }
}
