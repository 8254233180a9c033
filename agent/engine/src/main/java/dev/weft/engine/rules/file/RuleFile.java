// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.engine.rules.model.Place;
import dev.weft.engine.rules.model.TelemetryRule;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** One file: its rules, as far as they can be read, and what it allows to be called. */
final class RuleFile {
  static final String SCOPE = "dev.weft.rules";

  final String name;
  final List<TelemetryRule> rules = new ArrayList<>();
  final List<String> allowed = new ArrayList<>();
  private final Problems problems;
  private final Nodes nodes;
  private final UpTargets targets;

  RuleFile(File file, Problems problems, UpTargets targets) {
    this.name = file.getPath();
    this.problems = problems;
    this.nodes = new Nodes(problems);
    this.targets = targets;
    Node root = Document.read(file, problems);
    if (root != null) {
      read(root);
    } else if (!problems.fatal()) {
      problems.add(new Place(name, 0), "is empty", false);
    }
  }

  boolean isUsable() {
    return !problems.fatal();
  }

  private void read(Node root) {
    Section file = Section.of(root, "the file", problems, Vocabulary.FILE);
    Node scopeNode = file.get("scope");
    String written = scopeNode == null ? null : nodes.text(scopeNode, "scope");
    String scope = written == null ? SCOPE : written;
    allow(file);
    Node methods = file.get("methods");
    String text = methods == null ? null : nodes.text(methods, "methods");
    if (methods != null && text != null) {
      for (TelemetryRule rule :
          new Shorthand(problems.place(methods), scope, problems).read(text)) {
        targets.add(rule.name, rule.span, rule.on);
        rules.add(rule);
      }
    }
    Node all = file.get("rules");
    if (all != null) {
      readRules(all, scope);
    } else if (methods == null) {
      problems.wrong(root, "the file has no rules");
    }
  }

  private void readRules(Node all, String scope) {
    Section section = Section.open(all, "rules", problems);
    RuleReader reader = new RuleReader(problems, targets);
    for (Map.Entry<String, Node> entry : section.entries().entrySet()) {
      String rule = entry.getKey();
      TelemetryRule read = reader.read(rule, section.key(rule), entry.getValue(), scope);
      if (read != null) {
        rules.add(read);
      }
    }
  }

  private void allow(Section file) {
    Node node = file.get("allow");
    if (node == null) {
      return;
    }
    for (String method : nodes.texts(node, "allow")) {
      if (method.indexOf('.') > 0 && MethodPatterns.isClass(method)) {
        allowed.add(method);
      } else {
        problems.wrong(
            node,
            "allow: '" + method + "' is not a class, a dot and a method, com.acme.Money.cents");
      }
    }
  }
}
