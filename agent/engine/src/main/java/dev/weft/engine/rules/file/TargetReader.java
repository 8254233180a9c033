// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.engine.rules.model.MethodPattern;
import dev.weft.engine.rules.model.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads which methods a rule is about. */
final class TargetReader {
  private final Problems problems;
  private final Nodes nodes;

  TargetReader(Problems problems) {
    this.problems = problems;
    this.nodes = new Nodes(problems);
  }

  /** Returns it, or null and a problem. */
  @Nullable Target read(Node node) {
    Section on = Section.of(node, "on", problems, Vocabulary.ON);
    String key = on.only(Vocabulary.TARGETS, "on", problems);
    Node types = key == null ? null : on.get(key);
    if (key == null || types == null) {
      return null;
    }
    List<String> names = nodes.texts(types, "on, " + key);
    for (String name : names) {
      if (!MethodPatterns.isClass(name)) {
        problems.wrong(types, "on, " + key + ": '" + name + "' is no full name of a class");
      }
    }
    return new Target(
        kind(key), Collections.unmodifiableList(names), methods(on, key), problems.place(node));
  }

  private static Target.Kind kind(String key) {
    switch (key) {
      case "class":
        return Target.Kind.CLASS;
      case "annotated":
        return Target.Kind.ANNOTATED;
      default:
        return Target.Kind.SUBTYPE;
    }
  }

  private List<MethodPattern> methods(Section on, String key) {
    List<MethodPattern> patterns = new ArrayList<>();
    Node node = on.get("method");
    if (node == null) {
      if (!key.equals("annotated")) {
        problems.wrong(on.node, "on names no method; * stands for all public ones");
      }
      return patterns;
    }
    MethodPatterns reader = new MethodPatterns(problems);
    for (Node element : nodes.list(node)) {
      String text = nodes.text(element, "on, method");
      MethodPattern pattern = text == null ? null : reader.read(element, text.trim());
      if (pattern != null) {
        patterns.add(pattern);
      }
    }
    if (nodes.list(node).isEmpty()) {
      problems.wrong(node, "on, method is an empty list");
    }
    return Collections.unmodifiableList(patterns);
  }
}
