// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.engine.rules.expression.Expression;
import dev.weft.engine.rules.model.At;
import dev.weft.engine.rules.model.Formula;
import dev.weft.engine.rules.model.LogPart;
import dev.weft.engine.rules.model.NamedFormula;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the log records of a rule. */
final class LogReader {
  private final Problems problems;
  private final Nodes nodes;
  private final Formulas formulas;

  LogReader(Problems problems) {
    this.problems = problems;
    this.nodes = new Nodes(problems);
    this.formulas = new Formulas(problems);
  }

  List<LogPart> read(Node node) {
    List<LogPart> logs = new ArrayList<>();
    for (Node element : nodes.list(node)) {
      LogPart log = log(element);
      if (log != null) {
        logs.add(log);
      }
    }
    return logs;
  }

  private @Nullable LogPart log(Node node) {
    Section log = Section.of(node, "a log record", problems, Vocabulary.LOG);
    Node event = log.get("event");
    String name = event == null ? "" : nodes.text(event, "log, event");
    Node level = log.get("severity");
    Formula severity =
        level == null
            ? new Formula(Expression.constant("info"), problems.place(node))
            : formulas.severity(level);
    Formula body = formulas.template(log.get("body"), "log, body");
    Formula forEach = formulas.expression(log.get("for-each"), "log, for-each");
    Formula when = formulas.expression(log.get("when"), "log, when");
    List<NamedFormula> attributes =
        new Attributes(problems).together(log.get("attributes"), "attributes", true);
    At at =
        new Times(problems)
            .with(severity)
            .with(body)
            .with(forEach)
            .with(when)
            .with(attributes)
            .at(log.get("at"), At.EXIT);
    if (!log.has("event") && !log.has("body")) {
      problems.wrong(node, "a log record needs an event or a body");
    }
    return severity == null || name == null
        ? null
        : new LogPart(name, severity, body, forEach, when, Attributes.at(at, attributes), at);
  }
}
