// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.engine.rules.expression.Expression;
import dev.weft.engine.rules.expression.ExpressionProblem;
import dev.weft.engine.rules.model.Formula;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads expressions, templates, and maps of values to values. */
final class Formulas {
  private static final String MAP = "map";
  private static final String ELSE = "else";

  private final Problems problems;
  private final Nodes nodes;

  Formulas(Problems problems) {
    this.problems = problems;
    this.nodes = new Nodes(problems);
  }

  /** Returns what a node says, or null where there is no node, or a problem. */
  @Nullable Formula expression(@Nullable Node node, String what) {
    if (node == null) {
      return null;
    }
    Expression read = node instanceof MappingNode ? map(node, what, false) : parsed(node, what);
    return read == null ? null : new Formula(read, problems.place(node));
  }

  /** Returns a text with expressions in braces. */
  @Nullable Formula template(@Nullable Node node, String what) {
    String text = node == null ? null : nodes.text(node, what);
    if (node == null || text == null) {
      return null;
    }
    try {
      return new Formula(Expression.template(text), problems.place(node));
    } catch (ExpressionProblem e) {
      problems.wrong(node, unreadable(what, text, e));
      return null;
    }
  }

  /** Returns a severity: a word, or a map to words. */
  @Nullable Formula severity(Node node) {
    Expression read =
        node instanceof MappingNode ? map(node, "severity", true) : word(node, "severity");
    return read == null ? null : new Formula(read, problems.place(node));
  }

  private @Nullable Expression parsed(Node node, String what) {
    String text = nodes.text(node, what);
    if (text == null) {
      return null;
    }
    try {
      return Expression.parse(text);
    } catch (ExpressionProblem e) {
      problems.wrong(node, unreadable(what, text, e));
      return null;
    }
  }

  private @Nullable Expression word(Node node, String what) {
    String word = nodes.text(node, what);
    if (word == null) {
      return null;
    }
    if (!Vocabulary.SEVERITIES.contains(word)) {
      problems.unknown(node, what + " cannot be " + word, word, Vocabulary.SEVERITIES);
      return null;
    }
    return Expression.constant(word);
  }

  private @Nullable Expression map(Node node, String what, boolean words) {
    Section section = Section.open(node, what, problems);
    Node asked = section.get(MAP);
    if (asked == null) {
      problems.wrong(node, what + " has to be an expression, or a mapping with map: an expression");
      return null;
    }
    Expression subject = parsed(asked, what + ", map");
    Map<String, Expression> cases = new LinkedHashMap<>();
    Expression otherwise = null;
    boolean whole = subject != null;
    for (Map.Entry<String, Node> one : section.entries().entrySet()) {
      String name = one.getKey();
      if (name.equals(MAP)) {
        continue;
      }
      String where = what + ", " + name;
      Expression value = words ? word(one.getValue(), where) : parsed(one.getValue(), where);
      if (value == null) {
        whole = false;
      } else if (name.equals(ELSE)) {
        otherwise = value;
      } else {
        cases.put(name, value);
      }
    }
    if (section.entries().size() == 1) {
      problems.wrong(node, what + " maps to nothing: add VALUE: expression, or else: expression");
    }
    return subject == null || !whole ? null : Expression.map(subject, cases, otherwise);
  }

  private static String unreadable(String what, String text, ExpressionProblem problem) {
    return what + " cannot be read: " + problem.getMessage() + ", in: " + text;
  }
}
