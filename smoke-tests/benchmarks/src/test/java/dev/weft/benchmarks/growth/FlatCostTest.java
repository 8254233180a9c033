// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.benchmarks.Subject;
import dev.weft.benchmarks.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlatCostTest {
  private static final List<Integer> STEPS = List.of(10, 50, 100);

  private final Table table = new Table("things", "run full growth");

  @Test
  void cost_isFlat_ifManyCostEachWhatFewDo() {
    measured(10, 1000, 2000, 1);
    measured(100, 1900, 3900, 1.9);

    FlatCost.check(table, STEPS);

    assertThat(table.failures()).isEmpty();
  }

  @Test
  void cost_isFlat_ifNextToNothingIsAdded() {
    measured(10, -300, 1, 0);
    measured(100, 100, 120, 0.09);

    FlatCost.check(table, STEPS);

    assertThat(table.failures()).isEmpty();
  }

  @Test
  void cost_isNotFlat_ifManyCostEachMore() {
    measured(10, 1000, 2000, 1);
    measured(100, 2100, 2000, 1);

    FlatCost.check(table, STEPS);

    assertThat(table.failures())
        .containsExactly(
            "things: Weft adds 1000.00 to each of 10, and 2100.00 to each of 100: heap, B");
  }

  @Test
  void cost_isNotFlat_ifManyLeaveAClassEach() {
    measured(10, 0, 0, 0);
    measured(100, 0, 0, 1);

    FlatCost.check(table, STEPS);

    assertThat(table.failures()).singleElement().asString().endsWith(": classes");
  }

  @Test
  void cost_isNotFlat_ifItWasNotMeasured() {
    measured(10, 0, 0, 0);

    FlatCost.check(table, STEPS);

    assertThat(table.failures()).hasSize(4);
  }

  @Test
  void cost_isNotFlat_ifEachThatWasLetGoIsKept() {
    measured(10, 1000, 2000, 1, 10);
    measured(100, 1000, 2000, 1, 30);

    FlatCost.check(table, STEPS);

    assertThat(table.failures())
        .containsExactly("things: Weft keeps 300 bytes of each of 100 let go");
  }

  /** Without an agent each unit costs something, too. */
  private void measured(int units, double heap, double metaspace, double classes) {
    measured(units, heap, metaspace, classes, 0);
  }

  private void measured(
      int units, double heap, double metaspace, double classes, double kilobytesLeft) {
    add(Step.each(units) + "heap", "B", 5000, heap);
    add(Step.each(units) + "metaspace", "B", 7000, metaspace);
    add(Step.each(units) + "classes", "", 3, classes);
    add(Step.letGo(units) + "heap", "kB", 100, kilobytesLeft);
  }

  private void add(String quantity, String unit, double without, double added) {
    table.add(quantity, unit, Subject.NONE, without);
    table.add(quantity, unit, Subject.WEFT, without + added);
  }
}
