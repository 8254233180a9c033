// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which series gauges have that are set for each element of something. */
class GaugeRulesTest {
  @TempDir Path folder;

  @Test
  void gauges_seriesThatAreNotAmongThemAnyMore_goAway() throws Exception {
    String rule =
        """
        report:
          on: {class: $, method: report(items)}
          metrics:
            items: {gauge: each.count, for-each: return, by: {name: each.name}}
            size: {gauge: return.size}
            counts: {histogram: each.count, for-each: items, buckets: [1, 2], by: {name: each.name}}
            named: {counter: 1, by: {name: 'map(items, name)'}}
            ups: {up-down-counter: 1 - return.size}
        """;
    try (Ruled ruled = new Ruled(folder, rule)) {
      ruled.run("gauge 2");
      assertThat(ruled.series("items")).isEqualTo(Map.of("a", "4.0", "b", "2.0"));
      assertThat(ruled.series("size")).isEqualTo(Map.of("", "3.0"));
      ruled.run("gauge 1");
      assertThat(ruled.series("items")).isEqualTo(Map.of("b", "5.0"));
      ruled.run("gauge 0");

      assertThat(ruled.series("items")).isEmpty();
      assertThat(ruled.series("size")).isEqualTo(Map.of("", "0.0"));
      assertThat(ruled.series("counts")).isEqualTo(Map.of("a", "2 of 4.0", "b", "2 of 7.0"));
      assertThat(ruled.series("named")).isEqualTo(Map.of("a", "2.0", "b", "2.0"));
      assertThat(ruled.series("ups")).isEqualTo(Map.of("", "-1.0"));
    }
  }

  @Test
  void gauges_seriesThatAnotherMethodTellsOf_stay() throws Exception {
    String rules =
        """
        report:
          on: {class: $, method: report(items)}
          metrics: {items: {gauge: each.count, for-each: return, by: {name: each.name}}}
        many:
          on: {class: $, method: many(given)}
          metrics: {items: {gauge: 1, for-each: given, by: {name: each}}}
        """;
    try (Ruled ruled = new Ruled(folder, rules)) {
      ruled.run("gauge 2");
      ruled.run("some");
      assertThat(ruled.series("items")).isEqualTo(Map.of("a", "4.0", "b", "2.0", "7", "2.0"));
      ruled.run("gauge 1");

      assertThat(ruled.series("items")).isEqualTo(Map.of("b", "5.0", "7", "2.0"));
    }
  }
}
