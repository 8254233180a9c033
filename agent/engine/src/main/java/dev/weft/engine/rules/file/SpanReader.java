// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.api.trace.SpanKind;
import dev.weft.engine.rules.model.At;
import dev.weft.engine.rules.model.EventPart;
import dev.weft.engine.rules.model.Formula;
import dev.weft.engine.rules.model.NamedFormula;
import dev.weft.engine.rules.model.SpanPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the span of a rule, and its events. */
final class SpanReader {
  private static final SpanKind[] KINDS = {
    SpanKind.INTERNAL, SpanKind.CLIENT, SpanKind.SERVER, SpanKind.PRODUCER, SpanKind.CONSUMER
  };
  private static final SpanPart.Root[] ROOTS = {
    SpanPart.Root.CHILD, SpanPart.Root.NEW, SpanPart.Root.REQUIRES_PARENT
  };

  private final Problems problems;
  private final Nodes nodes;
  private final Formulas formulas;
  private final Attributes attributes;

  SpanReader(Problems problems) {
    this.problems = problems;
    this.nodes = new Nodes(problems);
    this.formulas = new Formulas(problems);
    this.attributes = new Attributes(problems);
  }

  SpanPart read(Node node) {
    Section span = Section.of(node, "span", problems, Vocabulary.SPAN);
    Formula name = formulas.template(span.get("name"), "span, name");
    new Times(problems).with(name).onEntry(span.get("name"), "the name of a span");
    Node kind = span.get("kind");
    Node root = span.get("root");
    return new SpanPart(
        name,
        KINDS[kind == null ? 0 : nodes.choice(kind, "span, kind", Vocabulary.KINDS)],
        ROOTS[root == null ? 0 : nodes.choice(root, "span, root", Vocabulary.ROOTS)],
        links(span.get("links")),
        attributes.timed(span.get("attributes"), "attributes"),
        events(span.get("events")),
        formulas.expression(span.get("failed"), "span, failed"),
        formulas.expression(span.get("error.type"), "span, error.type"));
  }

  private List<Formula> links(@Nullable Node node) {
    List<Formula> links = new ArrayList<>();
    if (node != null) {
      for (Node element : nodes.list(node)) {
        Formula link = formulas.expression(element, "links");
        new Times(problems).with(link).onEntry(element, "a link");
        if (link != null) {
          links.add(link);
        }
      }
    }
    return links;
  }

  private List<EventPart> events(@Nullable Node node) {
    List<EventPart> events = new ArrayList<>();
    if (node != null) {
      for (Node element : nodes.list(node)) {
        EventPart event = event(element);
        if (event != null) {
          events.add(event);
        }
      }
    }
    return events;
  }

  private @Nullable EventPart event(Node node) {
    if (node instanceof ScalarNode) {
      String name = nodes.text(node, "an event");
      return name == null ? null : new EventPart(name, At.ENTRY, null, new ArrayList<>());
    }
    Section event = Section.of(node, "an event", problems, Vocabulary.EVENT);
    Node named = event.get("name");
    if (named == null) {
      problems.wrong(node, "an event needs a name");
      return null;
    }
    String name = nodes.text(named, "the name of an event");
    Formula when = formulas.expression(event.get("when"), "event, when");
    List<NamedFormula> values = attributes.together(event.get("attributes"), "attributes", true);
    At at = new Times(problems).with(when).with(values).at(event.get("at"), At.ENTRY);
    return name == null ? null : new EventPart(name, at, when, Attributes.at(at, values));
  }
}
