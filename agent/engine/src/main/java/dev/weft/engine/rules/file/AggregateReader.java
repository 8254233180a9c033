// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.engine.rules.model.At;
import dev.weft.engine.rules.model.BelowPart;
import dev.weft.engine.rules.model.Combining;
import dev.weft.engine.rules.model.Formula;
import dev.weft.engine.rules.model.LiftPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what a call hands to those above, and what it makes of the spans below. */
final class AggregateReader {
  private final Problems problems;
  private final Nodes nodes;
  private final Formulas formulas;

  AggregateReader(Problems problems) {
    this.problems = problems;
    this.nodes = new Nodes(problems);
    this.formulas = new Formulas(problems);
  }

  /** Reads values for calls above, by the name of their rule or span. */
  List<LiftPart> up(Node node, UpTargets targets) {
    List<LiftPart> lifts = new ArrayList<>();
    Section up = Section.open(node, "up", problems);
    for (Map.Entry<String, Node> target : up.entries().entrySet()) {
      targets.asked(target.getKey(), problems.place(up.key(target.getKey())));
      String what = "up, " + target.getKey();
      Section values = Section.open(target.getValue(), what, problems);
      for (Map.Entry<String, Node> value : values.entries().entrySet()) {
        LiftPart lift = lift(target.getKey(), value.getKey(), value.getValue(), what);
        if (lift != null) {
          lifts.add(lift);
        }
      }
    }
    return lifts;
  }

  private @Nullable LiftPart lift(String target, String attribute, Node node, String what) {
    String where = what + ", " + attribute;
    Section longer = null;
    if (node instanceof MappingNode && !Section.open(node, where, problems).has("map")) {
      longer = Section.of(node, where, problems, Vocabulary.LIFT);
      if (!longer.has("value")) {
        problems.wrong(node, where + " needs a value");
      }
    }
    Formula value = formulas.expression(longer == null ? node : longer.get("value"), where);
    Node with = longer == null ? null : longer.get("with");
    Node at = longer == null ? null : longer.get("at");
    At time = new Times(problems).with(value).at(at, At.EXIT);
    Combining combining =
        with == null
            ? Combining.SUM
            : combining(
                Vocabulary.COMBININGS.get(nodes.choice(with, where, Vocabulary.COMBININGS)));
    return value == null ? null : new LiftPart(target, attribute, value, combining, time);
  }

  /** Reads values made of the spans below. */
  List<BelowPart> below(Node node) {
    List<BelowPart> parts = new ArrayList<>();
    for (Map.Entry<String, Node> entry :
        Section.open(node, "below", problems).entries().entrySet()) {
      String what = "below, " + entry.getKey();
      Section section = Section.of(entry.getValue(), what, problems, Vocabulary.BELOW);
      String word = section.only(Vocabulary.MAKINGS, what, problems);
      BelowPart part = word == null ? null : part(entry.getKey(), word, section, what);
      if (part != null) {
        parts.add(part);
      }
    }
    return parts;
  }

  private @Nullable BelowPart part(String attribute, String word, Section section, String what) {
    Formula where = formulas.expression(section.get("where"), what + ", where");
    boolean signal = word.equals("signal");
    if (section.has("where") && (signal || word.equals("count"))) {
      String fault =
          signal
              ? ": a signal comes from no span to choose by"
              : ": count is followed by its condition already";
      problems.wrong(section.key("where"), what + fault);
    }
    Node node = section.get(word);
    if (node == null) {
      return null;
    }
    if (signal) {
      String name = Vocabulary.SIGNALS.get(nodes.choice(node, what, Vocabulary.SIGNALS));
      return new BelowPart(attribute, null, null, Combining.SUM, name);
    }
    Formula value = formulas.expression(node, what);
    if (value == null) {
      return null;
    }
    Combining with = combining(word);
    return with == Combining.COUNT
        ? new BelowPart(attribute, value, null, with, null)
        : new BelowPart(attribute, where, value, with, null);
  }

  private static Combining combining(String word) {
    return Combining.valueOf(word.toUpperCase(java.util.Locale.ROOT));
  }
}
