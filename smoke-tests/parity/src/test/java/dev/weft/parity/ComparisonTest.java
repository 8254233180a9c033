// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import static dev.weft.parity.Difference.ABSENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void same_hasNoDifference() {
    List<Item> told = List.of(span("GET", Map.of("a", "1"), span("SELECT", Map.of("b", "2"))));

    assertThat(Comparison.of(told, told)).isEmpty();
  }

  @Test
  void fact_thatIsMissingOtherOrAdded() {
    Item weft = span("GET", Map.of("same", "1", "other", "weft", "added", "1"));
    Item reference = span("GET", Map.of("same", "1", "other", "reference", "missing", "1"));

    assertThat(differences(List.of(weft), List.of(reference)))
        .containsExactlyInAnyOrder(
            new Difference("span GET", "missing", ABSENT, "1"),
            new Difference("span GET", "other", "weft", "reference"),
            new Difference("span GET", "added", "1", ABSENT));
  }

  @Test
  void fact_ofManyThings_isOneDifferenceThatIsCounted() {
    List<Item> weft = List.of(span("GET", Map.of("a", "1")), span("GET", Map.of("a", "1")));
    List<Item> reference = List.of(span("GET", Map.of("a", "2")), span("GET", Map.of("a", "2")));

    assertThat(Comparison.of(weft, reference))
        .containsExactly(Map.entry(new Difference("span GET", "a", "1", "2"), 2));
  }

  @Test
  void span_thatIsMissing_doesNotDisturbItsSiblings() {
    Item weft = span("GET", Map.of(), span("A", Map.of()), span("C", Map.of()));
    Item reference =
        span("GET", Map.of(), span("A", Map.of()), span("B", Map.of()), span("C", Map.of()));

    assertThat(differences(List.of(weft), List.of(reference)))
        .containsExactly(new Difference("span B", "existence", ABSENT, "present"));
  }

  @Test
  void span_ofAnotherName_isTheSameIfMostElseIs() {
    Item weft = span("GET /a", Map.of("name", "GET /a", "x", "1", "y", "2"));
    Item reference = span("GET", Map.of("name", "GET", "x", "1", "y", "2"));

    assertThat(differences(List.of(weft), List.of(reference)))
        .containsExactly(new Difference("span GET", "name", "GET /a", "GET"));
  }

  @Test
  void span_belowAnotherParent_isMissingThereAndTooManyHere() {
    Item weft = span("GET", Map.of(), span("A", Map.of()), span("B", Map.of()));
    Item reference = span("GET", Map.of(), span("A", Map.of(), span("B", Map.of())));

    assertThat(differences(List.of(weft), List.of(reference)))
        .containsExactlyInAnyOrder(
            new Difference("span B", "existence", ABSENT, "present"),
            new Difference("span B", "existence", "present", ABSENT));
  }

  @Test
  void spans_belowOneThatIsMissing_areMissingToo() {
    Item reference = span("GET", Map.of(), span("A", Map.of()));

    assertThat(differences(List.of(), List.of(reference)))
        .extracting(Difference::what)
        .containsExactlyInAnyOrder("span GET", "span A");
  }

  @Test
  void metric_isKnownByItsName() {
    Item weft = item("metric", "one", Map.of("unit", "s", "type", "SUM"));
    Item reference = item("metric", "other", Map.of("unit", "s", "type", "SUM"));

    assertThat(differences(List.of(weft), List.of(reference)))
        .containsExactlyInAnyOrder(
            new Difference("metric one", "existence", "present", ABSENT),
            new Difference("metric other", "existence", ABSENT, "present"));
  }

  private static Iterable<Difference> differences(List<Item> weft, List<Item> reference) {
    return Comparison.of(weft, reference).keySet();
  }

  private static Item span(String name, Map<String, String> facts, Item... children) {
    return item("span", name, facts, children);
  }

  private static Item item(String kind, String name, Map<String, String> facts, Item... children) {
    return new Item(kind, name, new TreeMap<>(facts), List.of(children));
  }
}
