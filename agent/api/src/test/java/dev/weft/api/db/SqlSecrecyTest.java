// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No literal survives, whatever surrounds it, and no text takes long. */
class SqlSecrecyTest {
  private static final String[] WORDS =
      ("SELECT FROM WHERE IN ( ) , ; a t.b = AND JOIN ON ? INSERT~INTO VALUES UPDATE SET WITH AS"
              + " CREATE CALL || % * a[1] `n` :p $1 LIKE /*it's*/ /*\"a*/ /*`$$*/ --~don't\n --\n")
          .split(" ");
  // S is a secret; D is one that a summary may show, where it is quoted like a name
  private static final String[] LITERALS =
      ("'S' 'x''S' 'S''x' N'S' x'S' $$S$$ $t$'S$t$ '\"S' '`S' '/*S' '--S' '[S' '$$S' 'S\n' ''||'S'")
          .split(" ");

  private static String[] literals(SqlDialect dialect) {
    switch (dialect) {
      case STANDARD:
        return new String[] {"'S\\'", "E'\\'S'", "e'S\\\\'", "q'[it's S]'", "Q'!'S!'", "nq'{S}'"};
      case MYSQL:
        return new String[] {"'\\'S'", "'S\\''", "\"D\"", "\"'D\"", "\"\\\"D\"", "_utf8'S'"};
      case CLICKHOUSE:
        return new String[] {"'\\'S'", "'S\\''", "'\\\\S'"};
      case SQL_SERVER:
      case H2:
        return new String[] {"'S\\'", "'\\S'", "\"D\"", "\"'D\"", "\"x\"\"D\""};
      default:
        return new String[] {"'\\'S'", "'S\\''", "'S\\'", "\"D\"", "\"\\\"D\"", "q'[it's S]'"};
    }
  }

  private static String pick(Random random, String[] from) {
    return from[random.nextInt(from.length)];
  }

  private static String statement(Random random, SqlDialect dialect) {
    StringBuilder sql = new StringBuilder();
    for (int i = random.nextInt(30); i >= 0; i--) {
      boolean literal = random.nextInt(3) == 0;
      String[] kinds = random.nextBoolean() ? LITERALS : literals(dialect);
      String piece = pick(random, literal ? kinds : WORDS).replace('~', ' ');
      if (literal) {
        piece = piece.replace("S", "S3cret").replace("D", "D3cret");
      }
      sql.append(random.nextInt(5) == 0 && !literal ? "" : " ").append(piece);
    }
    return sql.toString();
  }

  @ParameterizedTest
  @EnumSource(SqlDialect.class)
  void of_anyArrangementOfLiterals_revealsNone(SqlDialect dialect) {
    Random random = new Random(42);

    for (int i = 0; i < 20_000; i++) {
      String sql = statement(random, dialect);
      SqlText text = SqlText.of(sql, dialect);

      assertThat(text.sanitized()).as(sql).doesNotContain("3cret");
      assertThat(text.summary() + text.collection()).as(sql).doesNotContain("S3cret");
    }
  }

  @ParameterizedTest
  @EnumSource(SqlDialect.class)
  void of_cutLiterals_revealsNone(SqlDialect dialect) {
    Random random = new Random(7);

    for (int i = 0; i < 5_000; i++) {
      String sql = statement(random, dialect);
      String cut = sql.substring(0, random.nextInt(sql.length() + 1));
      SqlText text = SqlText.of(cut, dialect);

      assertThat(text.sanitized()).as(cut).doesNotContain("3cret");
      assertThat(text.summary() + text.collection()).as(cut).doesNotContain("S3cret");
    }
  }

  @ParameterizedTest
  @EnumSource(SqlDialect.class)
  void of_anyCharacters_neverThrows(SqlDialect dialect) {
    Random random = new Random(3);
    String alphabet = "'\"`[]$/*-#\\.(),;? \nq1aE@:\u00e9\ud83d\ude00\u0000";

    for (int i = 0; i < 20_000; i++) {
      StringBuilder sql = new StringBuilder();
      for (int c = random.nextInt(40); c > 0; c--) {
        sql.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }

      assertThat(SqlText.of(sql.toString(), dialect).sanitized()).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "''",
        "\"",
        "\"a\".",
        "`",
        "`a`.",
        "[",
        "[a",
        "[[a]",
        "(",
        ")",
        "/*",
        "/*/**/",
        "/*[*/",
        "--\n",
        "--",
        "+-",
        "-.",
        "1-",
        "1.",
        "a.",
        "a@",
        "$",
        "$a",
        "$a$",
        "/*$a$*/",
        "\\'",
        "q'[",
        "e'\\",
        "in (?,",
        "in ('a'),",
        "with a as (",
        "select * from (",
        "select * from a,",
        ";",
        "#",
        "deadbeef",
        "12345678-",
        "CALL NEXT ",
        "CREATE ",
        "?",
        " ",
        "identified ",
        "/* ' */"
      })
  void of_hostileText_takesLinearTime(String unit) {
    String sql = unit.repeat((1 << 20) / unit.length());

    for (SqlDialect dialect : SqlDialect.values()) {
      String sanitized =
          assertTimeoutPreemptively(
              Duration.ofSeconds(2), () -> SqlText.of(sql, dialect).sanitized());

      assertThat(sanitized).hasSizeLessThanOrEqualTo(SqlText.MAX_LENGTH);
    }
  }

  @Test
  void of_commentsWithDifferentDollarTags_takesLinearTime() {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; sql.length() < 1 << 20; i++) {
      sql.append("/*$a").append(i).append("$*/");
    }

    String sanitized =
        assertTimeoutPreemptively(
            Duration.ofSeconds(2), () -> SqlText.of(sql.toString(), SqlDialect.MYSQL).sanitized());

    assertThat(sanitized).startsWith("/*?*/");
  }
}
