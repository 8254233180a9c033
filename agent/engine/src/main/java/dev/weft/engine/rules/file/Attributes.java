// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.engine.rules.model.At;
import dev.weft.engine.rules.model.Formula;
import dev.weft.engine.rules.model.NamedFormula;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads mappings of names to expressions. */
final class Attributes {
  private final Problems problems;
  private final Formulas formulas;

  Attributes(Problems problems) {
    this.problems = problems;
    this.formulas = new Formulas(problems);
  }

  /** Reads attributes that are worked out one by one, each when it can be. */
  List<NamedFormula> timed(@Nullable Node node, String what) {
    return read(node, what, true, true);
  }

  /**
   * Reads what is worked out together.
   *
   * @param spread whether a name may stand for the entries of a map
   */
  List<NamedFormula> together(@Nullable Node node, String what, boolean spread) {
    return read(node, what, spread, false);
  }

  private List<NamedFormula> read(@Nullable Node node, String what, boolean spread, boolean timed) {
    List<NamedFormula> read = new ArrayList<>();
    if (node == null) {
      return read;
    }
    for (Map.Entry<String, Node> entry : Section.open(node, what, problems).entries().entrySet()) {
      String where = what + ", " + entry.getKey();
      if (!spread && entry.getKey().endsWith(".*")) {
        problems.wrong(entry.getValue(), where + ": only attributes may have names that end in .*");
      }
      Section longer = timed ? longer(entry.getValue(), where) : null;
      NamedFormula one = one(entry.getKey(), entry.getValue(), longer, where);
      if (one != null) {
        read.add(one);
      }
    }
    return read;
  }

  /** Returns the same, all worked out at one time. */
  static List<NamedFormula> at(At at, List<NamedFormula> formulas) {
    List<NamedFormula> moved = new ArrayList<>();
    for (NamedFormula one : formulas) {
      moved.add(new NamedFormula(one.name, one.value, at));
    }
    return moved;
  }

  private @Nullable NamedFormula one(
      String name, Node node, @Nullable Section longer, String where) {
    Formula formula = formulas.expression(longer == null ? node : longer.get("value"), where);
    if (formula == null) {
      return null;
    }
    Node at = longer == null ? null : longer.get("at");
    return new NamedFormula(name, formula, new Times(problems).with(formula).at(at, At.ENTRY));
  }

  /** Returns a value with a time, or null for a value alone. */
  private @Nullable Section longer(Node node, String where) {
    if (!(node instanceof MappingNode)) {
      return null;
    }
    Section section = Section.open(node, where, new Problems("", new ArrayList<>()));
    return section.has("value") && !section.has("map")
        ? Section.of(node, where, problems, Vocabulary.VALUE)
        : null;
  }
}
