// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import static dev.weft.parity.Difference.ABSENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two forests of items, and how often. */
final class Comparison {
  /** The fact that there is such a thing at all. */
  static final String EXISTENCE = "existence";

  private final SortedMap<Difference, Integer> differences = new TreeMap<>();

  private Comparison() {}

  static SortedMap<Difference, Integer> of(List<Item> weft, List<Item> reference) {
    Comparison comparison = new Comparison();
    comparison.compareAll(weft, reference);
    return comparison.differences;
  }

  private void compareAll(List<Item> weft, List<Item> reference) {
    for (Pairing.Pair pair : Pairing.of(weft, reference)) {
      if (pair.weft() == null || pair.reference() == null) {
        alone(pair);
      } else {
        compare(pair.weft(), pair.reference());
      }
    }
  }

  private void compare(Item weft, Item reference) {
    String what = reference.label();
    TreeSet<String> facts = new TreeSet<>(weft.facts().keySet());
    facts.addAll(reference.facts().keySet());
    for (String fact : facts) {
      add(what, fact, value(weft.facts(), fact), value(reference.facts(), fact));
    }
    compareAll(weft.children(), reference.children());
  }

  /** One side has it, and whatever is below it, and the other has nothing of all that. */
  private void alone(Pairing.Pair pair) {
    Item weft = pair.weft();
    Item reference = pair.reference();
    Item known = weft == null ? reference : weft;
    add(known.label(), EXISTENCE, presence(weft), presence(reference));
    if (known.kind().startsWith("span")) {
      compareAll(children(weft), children(reference));
    }
  }

  private void add(String what, String fact, String weft, String reference) {
    if (!weft.equals(reference)) {
      differences.merge(new Difference(what, fact, weft, reference), 1, Integer::sum);
    }
  }

  private static String value(Map<String, String> facts, String fact) {
    return facts.getOrDefault(fact, ABSENT);
  }

  private static String presence(@Nullable Item item) {
    return item == null ? ABSENT : "present";
  }

  private static List<Item> children(@Nullable Item item) {
    return item == null ? new ArrayList<>() : item.children();
  }
}
