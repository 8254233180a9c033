// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.engine.rules.expression.sample.Domain.Change;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every operator, root, step and function of the language yields, exactly. */
class LanguageTest {
  private final Trial trial = new Trial();

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      value = {
        "1 + 2 * 3 -> Long 7",
        "(1 + 2) * 3 -> Long 9",
        "7 - 2 - 1 -> Long 4",
        "6 / 4 -> Double 1.5",
        "8 / 2 / 2 -> Double 2.0",
        "1 + 1.0 -> Double 2.0",
        "-2 * -3 -> Long 6",
        "- 2 + 5 -> Long 3",
        "1 - -1 -> Long 2",
        "0.5 + 0.25 -> Double 0.75",
        "null + 1 -> null",
        "1 < 2 -> Boolean true",
        "2 < 2 -> Boolean false",
        "2 <= 2 -> Boolean true",
        "3 > 2.5 -> Boolean true",
        "2.0 >= 2 -> Boolean true",
        "null < 1 -> Boolean false",
        "null >= null -> Boolean false",
        "'a' < 'b' -> Boolean true",
        "1 + 1 == 2 -> Boolean true",
        "1 == 1.0 -> Boolean true",
        "1 != 1 -> Boolean false",
        "'1' == 1 -> Boolean false",
        "null == null -> Boolean true",
        "null != 'x' -> Boolean true",
        "true || false && false -> Boolean true",
        "(true || false) && false -> Boolean false",
        "false && true || true -> Boolean true",
        "!true || true -> Boolean true",
        "!(true || true) -> Boolean false",
        "!!true -> Boolean true",
        "!null -> Boolean true",
        "null || true -> Boolean true",
        "null && true -> Boolean false",
        "1 < 2 && 2 < 3 -> Boolean true",
        "1 < 2 == true -> Boolean true",
        "null ?: 'b' -> String b",
        "'a' ?: 'b' -> String a",
        "null ?: null ?: 3 -> Long 3",
        "null ?: 1 == 1 -> Boolean true",
        "(null ?: 1) + 1 -> Long 2",
        "false ?: true -> Boolean false",
        "'it\\'s' -> String it's",
        "\"{1 + 1} and {'x'}\" -> String 2 and x",
        "\"{null}/\" -> String /",
        "'{1}' -> String {1}",
        "007 -> Long 7",
        "9007199254740993 == 9007199254740992 -> Boolean false",
      })
  void operators(String expression, String value) throws Throwable {
    assertThat(trial.shown(expression)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      value = {
        "i -> Long 7",
        "l -> Long 8",
        "s -> Long 9",
        "b -> Long 10",
        "f -> Double 1.5",
        "d -> Double 2.25",
        "c -> Character x",
        "c == 'x' -> Boolean true",
        "flag -> Boolean true",
        "arg[6] -> Long 7",
        "arg[14].length -> Long 9",
        "i + s + b -> Long 26",
        "i * f -> Double 10.5",
        "money -> BigDecimal 12.50",
        "money > 12 -> Boolean true",
        "money == 12.5 -> Boolean true",
        "this.hidden -> String of the object",
        "return.id -> String r1",
        "duration.ns -> Long 2500",
        "duration.us -> Double 2.5",
        "duration.ms -> Double 0.0025",
        "duration.s -> Double 2.5E-6",
        "context.scan.id -> String scan-1",
        "context[\"scan.id\"] -> String scan-1",
        "context.scan.nothing -> null",
        "below.changes.total -> Long 5",
        "below['changes.total'] + 1 -> Long 6",
        "resource.service.name -> String shop",
        "resource.service.version -> null",
        "thrown -> null",
        "thrown?.message -> null",
        "TAG_DRIFT -> String TAG_DRIFT",
      })
  void roots(String expression, String value) throws Throwable {
    trial.nanos = 2500;
    trial.context.put("scan.id", "scan-1");
    trial.below.put("changes.total", 5L);

    assertThat(trial.shown(expression)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      value = {
        "found.id -> String r1",
        "found.tagged -> Boolean true",
        "found.isTagged -> Boolean true",
        "bean.title -> String title",
        "bean.getTitle -> String title",
        "bean.ready -> Boolean true",
        "bean.isReady -> Boolean true",
        "bean.owner -> Boolean false",
        "bean.some -> Long 7",
        "bean.some + bean.many > 14 -> Boolean true",
        "bean.none -> null",
        "bean.none ?: 3 -> Long 3",
        "bean.many -> Long 8",
        "bean.part -> Double 0.5",
        "bean.hasOwner -> Boolean false",
        "bean.name -> String secret",
        "bean.serial -> Long 42",
        "bean.fluent -> String fluent",
        "bean.other -> Long 1",
        "bean.content.id -> String r2",
        "bean.first.id -> String r1",
        "bean.all[0].tags.team -> String blue",
        "bean.named.x.id -> String r1",
        "bean.named['x'].kind.value -> String added",
        "kind.name -> String TAG_DRIFT",
        "kind.ordinal -> Long 1",
        "kind.value -> String tag-drift",
        "kind.rank -> Long 5",
        "kind == TAG_DRIFT -> Boolean true",
        "TAG_DRIFT == kind -> Boolean true",
        "kind == 'TAG_DRIFT' -> Boolean true",
        "kind != ADDED -> Boolean true",
        "changes[0].type -> Kind ADDED",
        "changes[0].current.id -> String r1",
        "changes[1].owner -> null",
        "changes[2].owner -> String bob",
        "changes[2].owner.length -> Long 3",
        "changes[99] -> null",
        "changes[99]?.type.name -> null",
        "changes[0].previous?.id -> null",
        "changes[0].previous?.tags.size -> null",
        "changes[0].previous?.tags['x'] -> null",
        "changes[0].previous?.kind ?: 'none' -> String none",
        "wild[1].weight -> Long 2",
        "wild[1].current.tags.team -> String blue",
        "any.id -> String r1",
        "any.kind.value -> String added",
        "any.tags.team -> String blue",
        "any.class.simpleName -> String Resource",
        "byId.r1.id -> String r1",
        "byId['r.2'].id -> String r2",
        "byId.none -> null",
        "byId.size -> Long 2",
        "byId.keys.size -> Long 2",
        "byId.values.size -> Long 2",
        "ints[1] -> Long 5",
        "ints[3] -> null",
        "ints.length -> Long 3",
        "texts[1] -> String b",
        "texts.size -> Long 2",
        "words[1] -> String y",
        "words.isEmpty -> Boolean false",
        "text.length -> Long 9",
        "text.isEmpty -> Boolean false",
        "took.millis -> Long 1500",
        "took.seconds -> Long 1",
        "at.millis -> Long 1760106225000",
        "counts[ADDED] -> Long 3",
        "counts['ADDED'] -> Long 3",
        "counts.ADDED -> Long 3",
        "counts[kind] -> null",
        "numbered[5] -> String five",
        "numbered[6] -> null",
        "context['map'].size -> Long 1",
        "context['map'].keys.size -> Long 1",
        "context['map']['size'] -> null",
        "context['map'].team -> String blue",
        "context['list'].size -> Long 2",
        "context['list'][1] -> Long 2",
      })
  void steps(String expression, String value) throws Throwable {
    Domains.fill(trial);
    trial.context.put("map", Map.of("team", "blue"));
    trial.context.put("list", List.of(1, 2));

    assertThat(trial.shown(expression)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '`',
      value = {
        "count(changes) -> Long 3",
        "count(changes, type == TAG_DRIFT) -> Long 2",
        "count(changes, it.type == kind && weight > 2) -> Long 1",
        "count(changes, current.tags.size == 2) -> Long 2",
        "count(ints, it > 4) -> Long 2",
        "count(byId) -> Long 2",
        "count(byId, kind == ADDED) -> Long 1",
        "count(null) -> Long 0",
        "count(words, it == text) -> Long 0",
        "sum(changes, weight) -> Long 6",
        "sum(changes, cost) -> Double 2.0",
        "sum(ints) -> Long 15",
        "sum(filter(changes, weight > 9), weight) -> Long 0",
        "min(changes, weight) -> Long 1",
        "max(changes, cost) -> Double 1.25",
        "max(ints) -> Long 6",
        "min(texts) -> String a",
        "max(null) -> null",
        "distinct(changes, type) -> [String ADDED, String TAG_DRIFT]",
        "distinct(changes, current.id) -> [String r1, String r2]",
        "distinct(changes, owner) -> [String ann, String bob]",
        "map(changes, weight * 2) -> [Long 2, Long 4, Long 6]",
        "map(changes, current.id) -> [String r1, String r1, String r2]",
        "map(texts, \"<{it}>\") -> [String <a>, String <b>]",
        "first(changes, type == TAG_DRIFT).weight -> Long 2",
        "first(changes).weight -> Long 1",
        "first(changes, weight > 9)?.weight -> null",
        "first(ints) -> Long 4",
        "any(changes, weight == 3) -> Boolean true",
        "any(changes, weight == 4) -> Boolean false",
        "any(null, it) -> Boolean false",
        "all(changes, weight < 4) -> Boolean true",
        "all(changes, weight < 3) -> Boolean false",
        "all(null, it) -> Boolean true",
        "size(filter(changes, type == TAG_DRIFT)) -> Long 2",
        "count(filter(changes, weight > 1), current.id == 'r1') -> Long 1",
        "count(changes, count(ints, it == 4) == 1) -> Long 3",
        "count(changes, any(texts, it == 'a') && weight == 1) -> Long 1",
        "join(map(changes, type.value), ', ') -> String added, tag-drift, tag-drift",
        "join(ints, '') -> String 456",
        "join(list, '-') -> String -x",
        "join(null, ',') -> null",
        "size(text) -> Long 9",
        "size(null) -> Long 0",
        "size(byId) -> Long 2",
        "lower(text) -> String some text",
        "upper('a' ) -> String A",
        "lower(null) -> null",
        "lower(kind) -> String tag_drift",
        "startsWith(text, 'Some') -> Boolean true",
        "startsWith(null, 'x') -> Boolean false",
        "endsWith(text, 'text') -> Boolean false",
        "contains(text, 'e T') -> Boolean true",
        "contains(texts, 'b') -> Boolean true",
        "contains(list, 'b') -> Boolean false",
        "contains(texts, null) -> Boolean false",
        "contains(text, null) -> Boolean false",
        "startsWith(text, null) -> Boolean false",
        "endsWith(text, null) -> Boolean false",
        "replace(text, 'e', 'E') -> String SomE TExt",
        "replace('a.b', '.', '') -> String ab",
        "simpleName(bean) -> String Bean",
        "simpleName(any.class) -> String Resource",
        "text(1 + 1) -> String 2",
        "text(2.0) -> String 2.0",
        "generate(\"scan-{i}\") -> String scan-7",
      })
  void functions(String expression, String value) throws Throwable {
    String known = expression.replace("list", "words");
    trial.with("words", new LinkedHashSet<>(List.of("", "x")));

    assertThat(trial.shown(known)).isEqualTo(value);
  }

  @Test
  void each_andMap() throws Throwable {
    Expression choice =
        Expression.map(
            Expression.parse("each.type"),
            Map.of(
                "TAG_DRIFT", Expression.parse("each.weight"), "ADDED", Expression.constant("new")),
            Expression.constant("other"));
    Value bound = new Binder(Set.of()).bind(choice, Trial.scene().each(Change.class));
    List<String> shown = new ArrayList<>();

    Looking.at(
        trial.bound(Expression.parse("changes")),
        trial,
        () -> {
          try {
            shown.add(Trial.show(bound.of(trial)));
          } catch (Throwable thrown) {
            shown.add(thrown.toString());
          }
        });

    assertThat(shown).containsExactly("String new", "Long 2", "Long 3");
    assertThat(trial.each).isNull();
  }

  @Test
  void random_andTime() throws Throwable {
    assertThat(trial.of("random()")).asString().matches("[0-9a-f]{16}");
    assertThat(trial.of("random()")).isNotEqualTo(trial.of("random()"));
    assertThat(trial.of("time")).asString().matches("20\\d\\d-\\d\\d-\\d\\d-\\d{6}");
    assertThat(trial.of("generate(\"scan-{time}\")")).asString().matches("scan-20[0-9-]{15}");
  }

  @ParameterizedTest
  @CsvSource({
    "return.id, RETURN",
    "count(return), RETURN",
    "first(return)?.id, RETURN",
    "thrown.message, THROWN",
    "duration.ms, DURATION",
    "1 + below.x, BELOW",
    "each.type ?: 1, EACH",
    "span.name, SPAN",
    "-each, EACH",
    "!return, RETURN",
    "changes[return], RETURN",
    "'\"{return}\"', RETURN"
  })
  void mentions(String expression, Expression.Root root) throws Exception {
    Expression read = Expression.parse(expression);

    for (Expression.Root one : Expression.Root.values()) {
      assertThat(read.mentions(one)).as(one.name()).isEqualTo(one == root);
    }
  }
}
