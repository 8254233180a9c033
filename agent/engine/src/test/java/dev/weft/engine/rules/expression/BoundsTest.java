// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.engine.rules.expression.sample.Traps;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However large, slow or hostile the application's objects are. */
class BoundsTest {
  private final Trial trial = new Trial();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count(any, it == 3)",
        "sum(any)",
        "max(any)",
        "map(any, it)",
        "distinct(any, 1)",
        "filter(any, it > 3)",
        "all(any, it >= 0)",
        "any(any, it < 0)",
        "join(any, ',')",
        "count(texts, count(any, it == 3) == 0)",
      })
  void elements_moreThanTheBound_areAFailure(String expression) throws Throwable {
    Traps.Long many = new Traps.Long(10_001);
    trial.with("any", many);

    assertThat(trial.failure(expression)).isEqualTo("more than 10000 elements in one call");
    assertThat(many.asked).isLessThanOrEqualTo(10_001);
  }

  @Test
  void elements_upToTheBound_areSeen() throws Throwable {
    trial.with("any", new Traps.Long(10_000));

    assertThat(trial.of("sum(any)")).isEqualTo(49_995_000L);
    assertThat(trial.failure("first(ints)")).isEqualTo("more than 10000 elements in one call");
    trial.beginWithTime();
    assertThat(trial.of("count(any, it > 4999)")).isEqualTo(5000L);
  }

  @Test
  void elements_ofAMillion_areCountedByTheSize() throws Throwable {
    Traps.Long many = new Traps.Long(1_000_000);
    trial.with("any", many);

    assertThat(trial.of("count(any)")).isEqualTo(1_000_000L);
    assertThat(trial.of("any.size")).isEqualTo(1_000_000L);
    assertThat(trial.of("any[999999]")).isEqualTo(999_999L);
    assertThat(trial.of("first(any, it == 9)")).isEqualTo(9L);
    assertThat(many.asked).isEqualTo(11);
  }

  @Test
  void elements_ofASet_byIndex_areCounted() throws Throwable {
    Set<Integer> set = new LinkedHashSet<>();
    for (int i = 0; i < 20_000; i++) {
      set.add(i);
    }
    trial.with("any", set);

    assertThat(trial.of("any[9]")).isEqualTo(9L);
    assertThat(trial.failure("any[15000]")).isEqualTo("more than 10000 elements in one call");
  }

  @Test
  void time_isLookedAtBetweenElements() throws Throwable {
    List<Traps.Slow> slow = Collections.nCopies(5000, new Traps.Slow());
    trial.with("any", slow);
    long start = System.nanoTime();
    trial.begin(start);

    assertThatThrownBy(() -> trial.of("count(any, answer == 'late')"))
        .isInstanceOfSatisfying(
            ExpressionProblem.class, problem -> assertThat(problem.isSlow()).isTrue())
        .hasMessage("took more than 50 ms: something that it calls is slow");
    assertThat((System.nanoTime() - start) / 1_000_000).isBetween(50L, 4_000L);
  }

  @Test
  void texts_areCut() throws Throwable {
    String tooLong = "x".repeat(5000);
    trial.with("any", tooLong).with("texts", new String[] {tooLong, "y"});

    assertThat(trial.of("\"{any}{any}\"")).isEqualTo("x".repeat(4096));
    assertThat(trial.of("text(any)")).isEqualTo("x".repeat(4096));
    assertThat(trial.of("join(texts, '')")).isEqualTo("x".repeat(4096));
    assertThat(trial.of("replace(text(any), 'x', any)")).isEqualTo("x".repeat(4096));
    assertThat(AttributeValue.of(trial.of("any"))).isEqualTo("x".repeat(4096));
    assertThat((String[]) AttributeValue.of(trial.of("texts")))
        .containsExactly("x".repeat(4096), "y");
  }

  @Test
  void attribute_ofTooManyTexts() throws Throwable {
    assertThat((String[]) AttributeValue.of(Collections.nCopies(1000, "x"))).hasSize(1000);
    assertThatThrownBy(() -> AttributeValue.of(Collections.nCopies(1001, "x")))
        .hasMessage("a list of more than 1000 texts");
    assertThatThrownBy(() -> AttributeValue.of(List.of(List.of("x"))))
        .hasMessage("a list of lists is no attribute");
  }

  @Test
  void cycles_areFollowedAsFarAsTheyAreWritten() throws Throwable {
    Traps.Cycle cycle = new Traps.Cycle();
    trial.with("any", cycle);

    assertThat(trial.of("any" + ".self".repeat(15) + " == any")).isEqualTo(true);
    assertThat(trial.failure("text(any.array)"))
        .isEqualTo(
            "a dev.weft.engine.rules.expression.sample.Traps$Cycle is no text, number or truth"
                + " value: name a property");
    List<Object> itself = new ArrayList<>();
    itself.add(itself);
    trial.with("any", itself);
    assertThat(trial.failure("text(any)")).isEqualTo("a list of lists is no attribute");
    assertThat(trial.failure("join(any, ',')")).isEqualTo("a list of lists is no attribute");
    Map<String, Object> map = new HashMap<>();
    map.put("self", map);
    trial.with("any", map);
    assertThat(trial.failure("text(any)")).isEqualTo("a list of lists is no attribute");
  }

  @Test
  void trap_isNeverCalledButForItsField() throws Throwable {
    Traps.Trap one = new Traps.Trap("one");
    Traps.Trap other = new Traps.Trap("other");
    trial.with("any", one).with("texts", new Object[] {one, other, one});
    trial.context.put("same", one);

    assertThat(trial.of("any.id")).isEqualTo("one");
    assertThat(trial.of("any == context.same")).isEqualTo(true);
    assertThat(trial.of("any != context.other")).isEqualTo(true);
    assertThat(trial.of("any == 'one'")).isEqualTo(false);
    assertThat(trial.of("'one' == any")).isEqualTo(false);
    assertThat(trial.of("context.same == arg[5]")).isEqualTo(false);
  }

  @Test
  void trapsInLists_areNeverCalledButForTheirFields() throws Throwable {
    Traps.Trap one = new Traps.Trap("one");
    List<Object> list = new ArrayList<>(List.of(one, new Traps.Trap("other"), one));
    trial.with("any", list);
    String none =
        "a dev.weft.engine.rules.expression.sample.Traps$Trap is no text, number or truth value: name a property";

    assertThat(trial.of("count(any, it == context.none)")).isEqualTo(0L);
    assertThat(Trial.show(trial.of("distinct(any, id)"))).isEqualTo("[String one, String other]");
    assertThat(trial.of("size(filter(any, id == 'one'))")).isEqualTo(2L);
    assertThat(trial.of("size(map(any, it))")).isEqualTo(3L);
    assertThat(trial.of("first(any, id == 'other').id")).isEqualTo("other");
    assertThat(trial.failure("distinct(any)")).isEqualTo(none);
    assertThat(trial.failure("max(any)")).isEqualTo("Trap and Trap have no order");
    assertThat(trial.failure("sum(any)")).startsWith("a dev.weft").endsWith("Trap is no number");
    assertThat(trial.failure("join(any, ',')")).isEqualTo(none);
    assertThat(trial.failure("text(any[0])")).isEqualTo(none);
    assertThat(trial.failure("\"{any[0]}\"")).isEqualTo(none);
    assertThat(trial.failure("lower(any[0])")).isEqualTo(none);
    assertThat(trial.failure("any[0] < any[1]")).isEqualTo("Trap and Trap have no order");
    assertThat(trial.failure("byId[any[0]]")).startsWith("a key is a text");
    assertThatThrownBy(() -> AttributeValue.of(one)).hasMessage(none);
    assertThatThrownBy(() -> AttributeValue.of(list)).hasMessage(none);
  }

  @Test
  void numbersAndDatesOfTheApplication_areNotAsked() throws Throwable {
    trial.with("any", new Traps.OwnNumber());
    String is = "a dev.weft.engine.rules.expression.sample.Traps$OwnNumber is no";

    assertThat(trial.of("any == 1")).isEqualTo(false);
    assertThat(trial.failure("any + 1")).startsWith(is);
    assertThat(trial.failure("any < 1")).isEqualTo("OwnNumber and Long have no order");
    assertThat(trial.failure("text(any)")).startsWith(is);
    trial.with("any", new Traps.OwnDate());
    assertThat(trial.failure("text(any)")).contains("OwnDate is no text");
  }

  @Test
  void datesOfSql_areTexts() throws Throwable {
    assertThat(AttributeValue.of(new Timestamp(1_500))).isEqualTo("1970-01-01T00:00:01.500Z");
    assertThat(AttributeValue.of(new java.util.Date(0))).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(AttributeValue.of(new java.sql.Date(0))).isEqualTo("1970-01-01T00:00:00Z");
  }

  @Test
  void list_thatCannotBeGoneThrough_throwsWhatItThrows() throws Throwable {
    trial.with("any", new Traps.SizeOnly());

    assertThat(trial.of("any.size")).isEqualTo(3L);
    assertThat(trial.of("count(any)")).isEqualTo(3L);
    assertThat(trial.of("size(any)")).isEqualTo(3L);
    assertThatThrownBy(() -> trial.of("first(any)")).hasMessage("iterator");
    assertThatThrownBy(() -> trial.of("any[0]")).hasMessage("get");
  }

  @Test
  void nestedFunctions_giveTheElementBack() throws Throwable {
    trial.with("any", List.of(List.of(1, 2), List.of(3)));

    assertThat(trial.of("count(any, count(it, it > 1) == 1 && size(it) == 2)")).isEqualTo(1L);
    trial.with("any", List.of(new Traps.SizeOnly()));
    assertThatThrownBy(() -> trial.of("count(any, count(it, it == 1) > 0)")).hasMessage("iterator");
    assertThat(trial.it).isNull();
  }
}
