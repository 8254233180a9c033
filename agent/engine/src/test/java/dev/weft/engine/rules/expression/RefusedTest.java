// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, with what words: when an expression is read, bound, and worked out. */
class RefusedTest {
  private final Trial trial = new Trial();

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      value = {
        "`` -> expected a value at character 1, not the end",
        "1 + -> expected a value at character 4, not the end",
        "(1 -> expected ')' at character 3, not the end",
        "1) -> expected nothing more at character 2, not )",
        "a b -> expected nothing more at character 3, not b",
        "a. -> expected a name at character 3, not the end",
        "a.1 -> expected a name at character 3, not 1",
        "a[1 -> expected ']' at character 4, not the end",
        "count(a b) -> expected ',' at character 9, not b",
        "a = b -> '=' means nothing here",
        "a ; b -> ';' means nothing here",
        "a & b -> '&' means nothing here",
        "{a} -> '{' means nothing here",
        "'open -> a text is not closed: 'open",
        "\"open -> a text is not closed: \"open",
        "\"{a\" -> a brace is not closed: {a",
        "1.2.3 -> 1.2.3 is no number",
        "99999999999999999999 -> 99999999999999999999 is no number",
        "arg[x] -> arg needs a number from 0 on, as in arg[0]",
        "arg[-1] -> arg needs a number from 0 on, as in arg[0]",
        "arg[1.5] -> arg needs a number from 0 on, as in arg[0]",
        "context -> expected '.' at character 8, not the end",
        "context[x] -> a key in brackets is a text, as in context[\"scan.id\"]",
        "cuont(a) -> there is no function cuont; nearest: count",
        "exec('rm') -> there is no function exec",
        "count() -> count takes 1 or 2 arguments, not 0",
        "any(a) -> any takes 2 arguments, not 1",
        "lower(a, b) -> lower takes 1 arguments, not 2",
        "replace(a, 'b') -> replace takes 3 arguments, not 2",
        "a.b(1) -> expected nothing more at character 4, not (",
        "new Thread() -> expected nothing more at character 5, not Thread",
        "text.toString() -> expected nothing more at character 14, not (",
      })
  void reading(String expression, String problem) {
    assertThatThrownBy(() -> Expression.parse(expression))
        .isInstanceOf(ExpressionProblem.class)
        .hasMessage(problem);
  }

  @Test
  void reading_whatIsTooLong() {
    assertThat(trial.problem("(".repeat(32) + "1" + ")".repeat(32)))
        .isEqualTo("nested more than 32 deep");
    assertThat(trial.problem("(".repeat(31) + "1" + ")".repeat(31))).isEqualTo("none");
    assertThat(trial.problem("lower(".repeat(32) + "1" + ")".repeat(32)))
        .isEqualTo("nested more than 32 deep");
    assertThat(trial.problem("context['a']" + ".x".repeat(16))).isEqualTo("none");
    assertThat(trial.problem("context['a']" + ".x".repeat(17)))
        .isEqualTo("a path of more than 16 steps");
    assertThat(trial.problem("context['a']" + "[0]".repeat(17)))
        .isEqualTo("a path of more than 16 steps");
    assertThat(trial.problem("1" + "+1".repeat(249))).isEqualTo("none");
    assertThat(trial.problem("1" + "+1".repeat(250))).isEqualTo("longer than 500 words");
    assertThat(trial.problem("!".repeat(498) + "true")).isEqualTo("none");
    assertThat(trial.problem("-".repeat(500) + "1")).isEqualTo("longer than 500 words");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      value = {
        "chnages -> nothing is called chnages; nearest: changes",
        "zzzzzzzzzz -> nothing is called zzzzzzzzzz",
        "retrun.id -> nothing is called retrun; nearest: return",
        "arg[24] -> the method has 24 arguments, and no arg[24]",
        "found.kimd -> Resource has no kimd that may be read; nearest: kind",
        "found.kind.vlaue -> Kind has no vlaue that may be read; nearest: value",
        "changes[0].curent.id -> Change has no curent that may be read; nearest: current",
        "wild[0].wieght -> Change has no wieght that may be read; nearest: weight",
        "byId.x.idd -> Resource has no idd that may be read; nearest: id",
        "bean.content.tgas -> Resource has no tgas that may be read; nearest: tags",
        "bean.first.tgas -> Resource has no tgas that may be read; nearest: tags",
        "bean.all[0].tgas -> Resource has no tgas that may be read; nearest: tags",
        "return.tgas -> Resource has no tgas that may be read; nearest: tags",
        "count(changes, tpye == ADDED) -> nothing is called tpye; nearest: type",
        "map(changes, it.tpye) -> Change has no tpye that may be read; nearest: type",
        "kind == TAGDRIFT -> Kind has no TAGDRIFT; nearest: TAG_DRIFT",
        "'ADED' == kind -> Kind has no ADED; nearest: ADDED",
        "count(changes, type != GONE) -> Kind has no GONE",
        "first(changes).type == ADED -> Kind has no ADED; nearest: ADDED",
        "it -> there is no 'it' here: nothing is gone through",
        "each.x -> there is no 'each' here: nothing is gone through",
        "duration -> a duration of what? duration.ms, .us, .ns or .s",
        "duration.min -> a duration has no min, but ns, us, ms and s",
        "span.nmae -> a span has no nmae; its attributes are span[\"key\"]; nearest: name",
        "span[i] -> an attribute of a span is asked by a text: span[\"key\"]",
        "text && true -> text is neither true nor false but String",
        "!i -> i is neither true nor false but int",
        "count(changes, weight) -> weight is neither true nor false but int",
        "text + 1 -> text is no number but String",
        "1 - kind -> kind is no number but Kind",
        "flag + 1 -> flag is no number but boolean",
        "c * 2 -> c is no number but char",
        "-changes -> changes is no number but List",
        "count(i) -> a int has no elements",
        "count(kind, it) -> a Kind has no elements",
        "i[0] -> a int has no elements",
        "bean.delete -> Bean has no delete that may be read",
        "bean.stream -> Bean has no stream that may be read; nearest: serial",
        "bean.getAndIncrement -> Bean has no getAndIncrement that may be read",
        "bean.cents -> Bean has no cents that may be read",
        "bean.toString -> Bean has no toString that may be read",
        "bean.hashCode -> Bean has no hashCode that may be read",
        "bean.nothing -> Bean has no nothing that may be read",
        "bean.getNothing -> Bean has no getNothing that may be read",
        "bean.of -> Bean has no of that may be read",
        "bean.getOf -> Bean has no getOf that may be read",
        "bean.static -> Bean has no static that may be read",
        "bean.shared -> Bean has no shared that may be read; nearest: named",
        "took.plus -> Duration has no plus that may be read",
      })
  void binding(String expression, String problem) {
    assertThat(trial.problem(expression)).isEqualTo(problem);
  }

  @Test
  void binding_whatTheMethodDoesNotReturn() throws Exception {
    Scene nothing = new Scene(Object.class, List.of(), List.of(), void.class);

    assertThatThrownBy(() -> new Binder(Set.of()).bind(Expression.parse("return"), nothing))
        .hasMessage("the method returns nothing");
  }

  @Test
  void allowed_methodsAreCalled_theirNeighboursNot() throws Throwable {
    Trial allowing = new Trial("dev.weft.engine.rules.expression.sample.Domain$Bean.cents");

    assertThat(allowing.shown("bean.cents")).isEqualTo("String 12");
    assertThat(allowing.problem("bean.delete")).startsWith("Bean has no delete");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      value = {
        "changes[0].previous.id -> there is no .id of null",
        "changes[9].type -> there is no .type of null",
        "changes[0].previous.tags?.size -> there is no .tags of null",
        "context.x[0] -> there is no [0] of null",
        "context['x'][0] -> there is no [0] of null",
        "context['x'].y -> there is no .y of null",
        "1 / 0 -> divided by zero",
        "1.5 / (1 - 1) -> divided by zero",
        "texts['a'] -> an index is a whole number, not a",
        "texts[1.5] -> an index is a whole number, not 1.5",
        "any.idd -> dev.weft.engine.rules.expression.sample.Domain$Resource has no idd that may be read",
        "any.tags.team.foo -> java.lang.String has no foo that may be read",
        "any && true -> none, but Boolean false",
        "any + 1 -> a dev.weft.engine.rules.expression.sample.Domain$Resource is no number",
        "any[0] -> a dev.weft.engine.rules.expression.sample.Domain$Resource has no elements",
        "count(any) -> a dev.weft.engine.rules.expression.sample.Domain$Resource has no elements",
        "any < 1 -> Resource and Long have no order",
        "kind < kind -> Kind and Kind have no order",
        "sum(words) -> a java.lang.String is no number",
        "text(any) -> a dev.weft.engine.rules.expression.sample.Domain$Resource is no text, number or truth value: name a property",
        "lower(bean) -> a dev.weft.engine.rules.expression.sample.Domain$Bean is no text, number or truth value: name a property",
        "\"{any}\" -> a dev.weft.engine.rules.expression.sample.Domain$Resource is no text, number or truth value: name a property",
        "counts[changes[0]] -> a key is a text, a number or an enum constant, and no dev.weft.engine.rules.expression.sample.Domain$Change",
        "span.name -> there is a span under 'below' only",
      })
  void workingOut(String expression, String problem) throws Throwable {
    assertThat(trial.failure(expression)).isEqualTo(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bean.failing", "first(changes, bean.failing == 'x')", "\"{bean.failing}\""})
  void workingOut_whatThrows_throws(String expression) {
    assertThatThrownBy(() -> trial.of(expression))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("on purpose");
  }
}
