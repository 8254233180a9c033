// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.engine.CapturedErr;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a woven method does, and what its advice is given. */
class WovenMethodTest {
  private Function<String, Object> shapes;

  @BeforeAll
  static void weave() throws Exception {
    Woven.start();
  }

  @BeforeEach
  @SuppressWarnings("unchecked")
  void make() throws Exception {
    shapes = (Function<String, Object>) (Object) new TargetLoader().make("Shapes");
    Seen.taken();
  }

  @ParameterizedTest
  @CsvSource({
    "nothing, 1, enter Shapes null null, exit entered Shapes null null null",
    "wide, 12, enter null null null, exit entered null null null null",
    "loop, a321, enter Shapes a null, exit entered Shapes a a321 null",
    "choice yes, true, enter Shapes yes null, exit entered Shapes yes null null",
    "caught, NaN, enter Shapes text null, exit entered Shapes text null null"
  })
  void advice_ofAMethodThatReturns(String method, String result, String enter, String exit) {
    assertThat(shapes.apply(method)).hasToString(result);

    assertThat(Seen.taken()).containsExactly(enter, exit);
  }

  @Test
  void advice_isGivenArrays() {
    assertThat(shapes.apply("array")).isEqualTo(2);

    assertThat(Seen.taken())
        .satisfiesExactly(
            enter -> assertThat(enter).startsWith("enter Shapes [I@"),
            exit -> assertThat(exit).contains(" [I@").contains(" [Ljava.lang.Object;@"));
  }

  @ParameterizedTest
  @CsvSource({
    "thrower, java.lang.IllegalStateException: thrown, thrown",
    "choice maybe, java.lang.IllegalArgumentException: maybe, maybe"
  })
  void advice_ofAMethodThatThrows(String method, String thrown, String argument) {
    assertThatThrownBy(() -> shapes.apply(method)).hasToString(thrown);

    assertThat(Seen.taken())
        .containsExactly(
            "enter Shapes " + argument + " null",
            "exit entered Shapes " + argument + " null " + thrown);
  }

  @Test
  void advice_moreThanOne_isNested() {
    assertThat(shapes.apply("twice")).isEqualTo(14);

    assertThat(Seen.taken())
        .containsExactly(
            "enter Shapes null null",
            "enter Shapes null null",
            "exit entered Shapes null null null",
            "exit entered Shapes null null null");
  }

  @Test
  void advice_thatFails_isSwallowed() {
    try (CapturedErr err = new CapturedErr()) {
      assertThat(shapes.apply("frail")).isEqualTo(8);
      assertThatThrownBy(() -> shapes.apply("frailThrower")).hasMessage("its own");

      assertThat(err.lines())
          .isEqualTo(
              List.of(
                  "shapes: a fault in dev.weft.engine.weave.sample.FailingAdvice was swallowed:"
                      + " java.lang.IllegalStateException: on entry"));
    }
  }

  @Test
  void advice_ofAConstructor_followsIt() {
    assertThat(shapes.apply("empty")).isEqualTo("empty of ");
    assertThat(shapes).extracting("name").isEqualTo("shapes of shapes of null");
  }
}
