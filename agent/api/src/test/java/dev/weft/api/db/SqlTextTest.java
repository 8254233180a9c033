// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "SELECT * FROM cats WHERE age=12 | SELECT * FROM cats WHERE age=?",
        "SELECT -1.5e-3, +7, .5, 0xFFab, 3 | SELECT ?, ?, ?, ?, ?",
        "SELECT age>=-3, a2, t_9 FROM x | SELECT age>=?, a2, t_9 FROM x",
        "SELECT 555-12-3456 | SELECT ?",
        "SELECT 8/4/2, 5 - x, 5-x | SELECT ?/?/?, ? - x, ?x",
        "SELECT 0b101, 1_000, 12abc | SELECT ?, ?, ?",
        "SELECT 123e4567-e89b-12d3-a456-426614174000 | SELECT ?",
        "SELECT e23e4567-e89b-12d3-a456-426614174000 | SELECT ?",
        "SELECT '', 'a b', 'it''s', '\"x\"', '$$' | SELECT ?, ?, ?, ?, ?",
        "SELECT x'AB', N'b', B'01', U&'d', DATE '2026-01-01' | SELECT x?, N?, B?, U&?, DATE ?",
        "SELECT $$it's$$, $t$a $b$ c$t$, $1, $2 | SELECT ?, ?, $1, $2",
        "SELECT $t$ has no end | SELECT ?",
        "SELECT 'has no end | SELECT ?",
        "SELECT `has no end | SELECT ?",
        "SELECT `a``b`, `c 1`.d | SELECT `a``b`, `c 1`.d",
        "SELECT ó1 FROM tabelą2 | SELECT ó1 FROM tabelą2",
        "SELECT ٣٤ FROM t | SELECT ? FROM t",
        "SELECT :name, @p, ? FROM t | SELECT :name, @p, ? FROM t",
        "SELECT a::int, '5'::text | SELECT a::int, ?::text",
      })
  void sanitized_masksLiteralsOnly(String sql, String expected) {
    SqlText text = SqlText.of(sql, SqlDialect.UNKNOWN);

    assertThat(text.sanitized()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "a IN (1, 2, 3) | a IN (?)",
        "a in('x','y') or b In  ( ? , ?,? ) | a in(?) or b In (?)",
        "a IN (-1, +2) | a IN (?)",
        "a IN (1) | a IN (?)",
        "a IN (1, b, 3) | a IN (?, b, ?)",
        "a IN (1, (2)) | a IN (?, (?))",
        "a IN (/* why */ 1, 2) | a IN (/* why */ ?, ?)",
        "a IN ($1, $2) | a IN ($1, $2)",
        "a IN () | a IN ()",
        "f(1, 2) | f(?, ?)",
      })
  void sanitized_shortensListsOfValues(String sql, String expected) {
    SqlText text = SqlText.of(sql, SqlDialect.UNKNOWN);

    assertThat(text.sanitized()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "STANDARD   | a = \"Col 1\"               | a = \"Col 1\"",
        "MYSQL      | a = \"text 1\"              | a = ?",
        "UNKNOWN    | a = \"text 1\"              | a = ?",
        "H2         | a = \"text 1\"              | a = ?",
        "UNKNOWN    | \"s\".\"t\" = \"u\"         | \"s\".\"t\" = ?",
        "MYSQL      | a = 'it\\'s' and b = 'c'    | a = ? and b = ?",
        "STANDARD   | a = '\\' and b = 'c'        | a = ? and b = ?",
        "STANDARD   | a = E'it\\'s' and b = 'c'   | a = E? and b = ?",
        "STANDARD   | a = q'[it's]' and b = 'c'   | a = q? and b = ?",
        "STANDARD   | a = nq'!it's!' and b = 'c'  | a = nq? and b = ?",
        "UNKNOWN    | a = 'it\\'s' and b = 'c'    | a = ?",
        "UNKNOWN    | a like 'x' escape '\\' or b | a like ? escape ? or b",
        "SQL_SERVER | [it's] = 1                  | [it's] = ?",
        "UNKNOWN    | [Order Details] = 1         | [Order Details] = ?",
        "STANDARD   | ARRAY[1, 'b'] = [2]         | ARRAY[?, ?] = [?]",
        "H2         | a = ARRAY ['b']             | a = ARRAY [?]",
        "UNKNOWN    | a[1] = [b, 'c']             | a[?] = [b, ?]",
        "MYSQL      | a --5                       | a ?",
        "MYSQL      | a # it's                    | a # it's",
        "UNKNOWN    | a # it's                    | a ?",
        "CLICKHOUSE | \"a\\\"b\" = 'c\\'d'        | \"a\\\"b\" = ?",
      })
  void sanitized_followsDialect(SqlDialect dialect, String sql, String expected) {
    SqlText text = SqlText.of(sql, dialect);

    assertThat(text.sanitized()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "SELECT /* fast 'x' 7 */ 1 | SELECT /* fast ? ? */ ?",
        "SELECT /* don't */ 'a' FROM t | SELECT /* don?*/ ? FROM t",
        "SELECT a --5 'b' | SELECT a --5 'b'",
        "SELECT /*+ HINT(a 5) */ 1 | SELECT /*+ HINT(a ?) */ ?",
        "SELECT /* no end 'x' | SELECT /* no end ?",
        "SELECT /* a /* b */ don't */ 'x' | SELECT /* a ?",
      })
  void sanitized_keepsComments(String sql, String expected) {
    SqlText text = SqlText.of(sql, SqlDialect.STANDARD);

    assertThat(text.sanitized()).isEqualTo(expected);
  }

  @Test
  void sanitized_lineComment_endsAtLineBreak() {
    SqlText text = SqlText.of("-- isn't it  5\r\n\tSELECT   'x'\n", SqlDialect.STANDARD);

    assertThat(text.sanitized()).isEqualTo("-- isn't it  5 SELECT ? ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "CREATE USER ann PASSWORD Pw1 | CREATE USER ann PASSWORD ?",
        "CREATE USER password PASSWORD Pw1 | CREATE USER password PASSWORD ?",
        "CREATE USER \"password\" PASSWORD Pw1 | CREATE USER ? PASSWORD ?",
        "alter role ann with login password Pw1 valid | alter role ann with login password ?",
        "CREATE USER ann IDENTIFIED BY Pw1 REPLACE Pw2 | CREATE USER ann IDENTIFIED BY ?",
        "CREATE USER ann IDENTIFIED /* c */ BY Pw1 | CREATE USER ann IDENTIFIED /* c */ BY ?",
        "GRANT ALL ON d.* TO ann IDENTIFIED BY Pw1 | GRANT ALL ON d.* TO ann IDENTIFIED BY ?",
        "SELECT 1; CREATE USER ann PASSWORD Pw1; x | SELECT ?; CREATE USER ann PASSWORD ?",
        "EXPLAIN CREATE USER ann PASSWORD Pw1 | EXPLAIN CREATE USER ann PASSWORD ?",
        "CONNECT ann PASSWORD Pw1 | CONNECT ann PASSWORD ?",
        "BACKUP DATABASE d PASSWORD Pw1 | BACKUP DATABASE d PASSWORD ?",
        "SELECT password FROM users | SELECT password FROM users",
        "UPDATE users SET password = pw | UPDATE users SET password = pw",
        "CREATE TABLE u (password VARCHAR(9)) | CREATE TABLE u (password VARCHAR(?))",
        "ALTER TABLE u ADD password TEXT | ALTER TABLE u ADD password TEXT",
        "GRANT SELECT ON password TO ann | GRANT SELECT ON password TO ann",
        "DROP USER password | DROP USER password",
      })
  void sanitized_masksUnquotedPasswords(String sql, String expected) {
    SqlText text = SqlText.of(sql, SqlDialect.UNKNOWN);

    assertThat(text.sanitized()).isEqualTo(expected);
  }

  @Test
  void sanitized_longText_isCut() {
    String sql = "SELECT * FROM t WHERE" + " a = 12345 and".repeat(10_000);

    SqlText text = SqlText.of(sql, SqlDialect.UNKNOWN);

    String whole = sql.replace("12345", "?");
    assertThat(text.sanitized()).isEqualTo(whole.substring(0, SqlText.MAX_LENGTH));
    assertThat(text.summary()).isEqualTo("SELECT t");
  }

  @Test
  void sanitized_cutInSurrogatePair_dropsThePair() {
    String kept = "a".repeat(SqlText.MAX_LENGTH - 1);

    SqlText text = SqlText.of(kept + "😀", SqlDialect.UNKNOWN);

    assertThat(text.sanitized()).isEqualTo(kept);
  }

  @Test
  void sanitized_longListOfValues_staysWhole() {
    String sql = "select * from t where a in (" + "12345,".repeat(20_000) + "6) and b = 7";

    SqlText text = SqlText.of(sql, SqlDialect.UNKNOWN);

    assertThat(text.sanitized()).isEqualTo("select * from t where a in (?) and b = ?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ";", ";;", "/* c */", "and now for something", "7", "-"})
  void of_noStatement_hasNoSummary(String sql) {
    SqlText text = SqlText.of(sql, SqlDialect.UNKNOWN);

    assertThat(text.summary()).isNull();
    assertThat(text.operation()).isNull();
    assertThat(text.collection()).isNull();
    assertThat(text.storedProcedure()).isNull();
  }
}
