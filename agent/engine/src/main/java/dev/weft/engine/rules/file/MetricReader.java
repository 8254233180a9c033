// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.engine.rules.model.At;
import dev.weft.engine.rules.model.Formula;
import dev.weft.engine.rules.model.MetricPart;
import dev.weft.engine.rules.model.NamedFormula;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the metrics of a rule. */
final class MetricReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]{0,254}");
  private static final int LONGEST_UNIT = 63;
  private static final MetricPart.Kind[] KINDS = {
    MetricPart.Kind.COUNTER,
    MetricPart.Kind.UP_DOWN_COUNTER,
    MetricPart.Kind.HISTOGRAM,
    MetricPart.Kind.GAUGE
  };

  private final Problems problems;
  private final Nodes nodes;
  private final Formulas formulas;

  MetricReader(Problems problems) {
    this.problems = problems;
    this.nodes = new Nodes(problems);
    this.formulas = new Formulas(problems);
  }

  List<MetricPart> read(Node node) {
    List<MetricPart> metrics = new ArrayList<>();
    Section section = Section.open(node, "metrics", problems);
    for (Map.Entry<String, Node> entry : section.entries().entrySet()) {
      String name = entry.getKey();
      if (!NAME.matcher(name).matches()) {
        problems.wrong(
            section.key(name),
            "metric "
                + name
                + ": a name begins with a letter and has letters, digits, _ . / - after it,"
                + " 255 at most");
      }
      for (Node element : nodes.list(entry.getValue())) {
        MetricPart metric = metric(name, element);
        if (metric != null) {
          metrics.add(metric);
        }
      }
    }
    return metrics;
  }

  private @Nullable MetricPart metric(String name, Node node) {
    String what = "metric " + name;
    Section metric = Section.of(node, what, problems, Vocabulary.METRIC);
    String instrument = metric.only(Vocabulary.INSTRUMENTS, what, problems);
    if (instrument == null) {
      return null;
    }
    MetricPart.Kind kind = KINDS[Vocabulary.INSTRUMENTS.indexOf(instrument)];
    Formula value = formulas.expression(metric.get(instrument), what + ", " + instrument);
    Formula forEach = formulas.expression(metric.get("for-each"), what + ", for-each");
    Formula when = formulas.expression(metric.get("when"), what + ", when");
    Node by = metric.get("by");
    List<NamedFormula> keys = new Attributes(problems).together(by, what + ", by", false);
    if (by != null) {
      new IdLike(problems).warn(by, what);
    }
    At at =
        new Times(problems)
            .with(value)
            .with(forEach)
            .with(when)
            .with(keys)
            .at(metric.get("at"), At.EXIT);
    List<Double> buckets = buckets(metric, kind, what);
    String unit = text(metric, "unit", what);
    String description = text(metric, "description", what);
    return value == null
        ? null
        : new MetricPart(
            name,
            kind,
            value,
            forEach,
            when,
            Attributes.at(at, keys),
            unit,
            description,
            buckets,
            most(metric, "max-series", what),
            most(metric, "max-values", what),
            at,
            problems.place(node));
  }

  private int most(Section metric, String key, String what) {
    Node most = metric.get(key);
    return most == null ? 0 : nodes.positive(most, what + ", " + key);
  }

  private String text(Section metric, String key, String what) {
    Node node = metric.get(key);
    String text = node == null ? null : nodes.text(node, what + ", " + key);
    if (node != null && text != null && key.equals("unit") && text.length() > LONGEST_UNIT) {
      problems.wrong(node, what + ": a unit has " + LONGEST_UNIT + " characters at most");
    }
    return text == null ? "" : text;
  }

  private List<Double> buckets(Section metric, MetricPart.Kind kind, String what) {
    List<Double> buckets = new ArrayList<>();
    Node node = metric.get("buckets");
    if (node == null) {
      return buckets;
    }
    if (kind != MetricPart.Kind.HISTOGRAM) {
      problems.wrong(metric.key("buckets"), what + ": only histograms have buckets");
    }
    if (!(node instanceof SequenceNode) || ((SequenceNode) node).getValue().isEmpty()) {
      problems.wrong(node, what + ", buckets has to be a list of numbers");
      return buckets;
    }
    double last = Double.NEGATIVE_INFINITY;
    for (Node element : ((SequenceNode) node).getValue()) {
      Double bound = number(element, what);
      if (bound == null) {
        break;
      }
      if (bound <= last) {
        problems.wrong(element, what + ", buckets have to ascend: " + bound + " follows " + last);
        break;
      }
      buckets.add(bound);
      last = bound;
    }
    return buckets;
  }

  private @Nullable Double number(Node node, String what) {
    String text = nodes.text(node, what + ", buckets");
    try {
      double number = text == null ? Double.NaN : Double.parseDouble(text);
      if (!Double.isNaN(number) && !Double.isInfinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    if (text != null) {
      problems.wrong(node, what + ", buckets: " + text + " is no number");
    }
    return null;
  }
}
