// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.growth;

import dev.weft.benchmarks.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fails a table in which what Weft adds for each unit is more with many units than with few, or in
 * which it keeps something of each that was let go. CPU is left out: it differs too much between
 * runs.
 */
final class FlatCost {
  /** With many units each may cost this many times what it costs with few. */
  static final double FACTOR = 2;

  /** What may be left of each: of what holds on to them, the room in tables, but no entries. */
  static final double LEFT_BYTES = 256;

  /**
   * Rows, with how much of each cannot be told from nothing with few: a hundred threads are fewer
   * bytes than two JVMs differ by.
   */
  private static final Map<String, Double> LEAST =
      Map.of("heap, B", 512.0, "metaspace, B", 512.0, "classes", 0.05);

  private FlatCost() {}

  /**
   * Looks at a table of {@link Step}s.
   *
   * @param steps how many units there were, from few to many
   */
  static void check(Table table, List<Integer> steps) {
    int few = steps.get(0);
    int many = steps.get(steps.size() - 1);
    LEAST.forEach(
        (quantity, least) -> {
          double before = table.weftAdds(Step.each(few) + quantity);
          double after = table.weftAdds(Step.each(many) + quantity);
          if (!(after <= FACTOR * Math.max(before, least))) {
            table.fail(
                String.format(
                    Locale.ROOT,
                    "Weft adds %.2f to each of %d, and %.2f to each of %d: %s",
                    before,
                    few,
                    after,
                    many,
                    quantity));
          }
        });
    double left = 1e3 * table.weftAdds(Step.letGo(many) + "heap, kB") / many;
    if (!(left <= LEFT_BYTES)) {
      table.fail(
          String.format(Locale.ROOT, "Weft keeps %.0f bytes of each of %d let go", left, many));
    }
  }
}
