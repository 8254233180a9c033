// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlSummaryTest {
  private static void check(String sql, String summary) {
    assertThat(SqlText.of(sql, SqlDialect.UNKNOWN).summary()).isEqualTo(summary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "select * from cats | select cats",
        "SELECT * FROM a.b.cats c | SELECT a.b.cats",
        "SELECT * FROM cats, dogs AS d, `my fish` f | SELECT cats dogs `my fish`",
        "SELECT * FROM [my cats] | SELECT [my cats]",
        "SELECT * FROM \"my cats\" | SELECT \"my cats\"",
        "SELECT * FROM \"s\".`t` JOIN [o] ON 1=1 | SELECT \"s\".`t` [o]",
        "SELECT * FROM cats@far | SELECT cats@far",
        "SELECT * FROM #tmp | SELECT tmp",
        "SELECT 1 | SELECT",
        "SELECT * FROM cats c LEFT JOIN dogs d ON c.a = d.a, owls | SELECT cats dogs owls",
        "SELECT * FROM cats JOIN dogs USING (id) NATURAL JOIN owls | SELECT cats dogs owls",
        "SELECT * FROM cats CROSS APPLY f(cats.a) x | SELECT cats f",
        "SELECT * FROM cats, LATERAL (SELECT * FROM dogs) x | SELECT cats SELECT dogs",
        "SELECT * FROM (cats), (dogs) | SELECT cats dogs",
        "SELECT * FROM (cats JOIN dogs ON 1=1), owls | SELECT cats dogs owls",
        "SELECT * FROM ONLY cats | SELECT cats",
        "SELECT * FROM f(1, (SELECT a FROM dogs)), owls | SELECT f SELECT dogs owls",
        "SELECT * FROM (VALUES (1), (2)) AS v JOIN cats | SELECT cats",
        "SELECT * FROM cats ORDER BY a, b LIMIT 5, 6 | SELECT cats",
        "SELECT * FROM cats FOR UPDATE OF cats.a, b | SELECT cats",
        "SELECT * INTO copy FROM cats | SELECT cats",
        "SELECT * FROM cats WITH (NOLOCK), dogs | SELECT cats dogs",
        "SELECT EXTRACT(YEAR FROM born), a IS DISTINCT FROM b FROM cats | SELECT cats",
        "SELECT insert, delete FROM update merge | SELECT update",
        "SELECT * FROM cats START WITH a CONNECT BY PRIOR b = c | SELECT cats",
        "from Cat a where x = 1 | select Cat",
        "FROM Cat | SELECT Cat",
      })
  void summary_select_namesTables(String sql, String summary) {
    check(sql, summary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "SELECT * FROM (SELECT * FROM cats) x, dogs | SELECT SELECT cats dogs",
        "SELECT (SELECT max(a) FROM cats), b FROM dogs | SELECT SELECT cats dogs",
        "SELECT * FROM cats WHERE a IN (SELECT b FROM dogs) | SELECT cats SELECT dogs",
        "SELECT a FROM cats UNION ALL SELECT b FROM dogs | SELECT cats SELECT dogs",
        "(SELECT a FROM cats) EXCEPT (SELECT b FROM dogs) | SELECT cats SELECT dogs",
        "SELECT a FROM cats UNION VALUES (1), (2) | SELECT cats",
        "WITH c AS (SELECT a FROM cats) SELECT * FROM c | SELECT cats SELECT",
        "WITH c (x) AS (SELECT a FROM cats), d AS (SELECT 1 FROM c) SELECT * FROM d, owls"
            + " | SELECT cats SELECT SELECT owls",
        "WITH RECURSIVE c AS (SELECT a FROM t UNION SELECT 1 FROM t JOIN c) SELECT * FROM C"
            + " | SELECT t SELECT t SELECT",
        "WITH c AS (SELECT a FROM cats) INSERT INTO dogs SELECT * FROM c"
            + " | SELECT cats INSERT dogs SELECT",
        "WITH c AS (SELECT a FROM cats) DELETE FROM dogs | SELECT cats DELETE dogs",
        "WITH c AS (VALUES (1)) SELECT * FROM c | SELECT",
        "WITH c AS NOT MATERIALIZED (SELECT 1 FROM cats) SELECT * FROM c; SELECT * FROM c"
            + " | SELECT cats SELECT; SELECT c",
        "SELECT * FROM (WITH c AS (SELECT * FROM cats) SELECT * FROM c) x | SELECT SELECT cats SELECT",
      })
  void summary_subQueries_areSelectsOfTheirOwn(String sql, String summary) {
    check(sql, summary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "insert into cats (a) values (1) | insert cats",
        "INSERT INTO cats SELECT * FROM dogs | INSERT cats SELECT dogs",
        "INSERT INTO cats VALUES (1) ON CONFLICT DO UPDATE SET a = 1 | INSERT cats",
        "UPDATE ONLY cats SET a = (SELECT b FROM dogs) | UPDATE cats SELECT dogs",
        "UPDATE cats SET a = 1 FROM dogs | UPDATE cats",
        "DELETE FROM cats USING dogs | DELETE cats",
        "DELETE cats FROM cats JOIN dogs | DELETE cats",
        "delete ((( | delete",
        "delete from 5 | delete",
        "MERGE INTO cats USING dogs ON 1=1 WHEN MATCHED THEN UPDATE | MERGE cats",
        "REPLACE INTO cats VALUES (1) | REPLACE cats",
        "TRUNCATE TABLE cats | TRUNCATE TABLE cats",
        "CALL feed(?) | CALL feed",
        "{ ? = call pets.feed(?) } | call pets.feed",
        "EXEC feed 1 | EXEC feed",
        "call next value for seq | call seq",
        "CREATE TABLE IF NOT EXISTS cats (a INT) | CREATE TABLE cats",
        "CREATE OR REPLACE VIEW v AS SELECT * FROM cats | CREATE VIEW v SELECT cats",
        "CREATE UNIQUE INDEX i ON cats (a) | CREATE UNIQUE INDEX",
        "CREATE SEQUENCE s | CREATE SEQUENCE",
        "ALTER TABLE cats DROP COLUMN a, DROP COLUMN b | ALTER TABLE cats",
        "DROP TABLE `if` | DROP TABLE `if`",
        "LOCK TABLES cats WRITE, dogs READ | LOCK TABLES cats",
        "VALUES (1), (2) | VALUES",
        "USE pets | USE pets",
        "BEGIN TRANSACTION | BEGIN TRANSACTION",
        "COMMIT WORK | COMMIT",
        "GRANT SELECT ON cats TO ann; SHOW TABLES | GRANT; SHOW",
        "EXPLAIN ANALYZE SELECT * FROM cats | EXPLAIN SELECT cats",
        "; ; SELECT 1 ;; update cats set a = 1; | SELECT; update cats",
      })
  void summary_otherStatements_nameTheirTarget(String sql, String summary) {
    check(sql, summary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      nullValues = "-",
      value = {
        "select * from cats                      | SELECT         | cats | -",
        "SELECT * FROM cats, dogs                | SELECT         | -    | -",
        "SELECT 1; SELECT * FROM cats            | SELECT         | cats | -",
        "insert into a.cats values (1)           | INSERT         | a.cats | -",
        "create table cats (a int)               | CREATE TABLE   | cats | -",
        "CREATE SEQUENCE s; DROP TABLE cats      | CREATE         | cats | -",
        "CREATE INDEX i ON cats (a)              | CREATE INDEX   | -    | -",
        "CREATE INDEX ON cats (a)                | CREATE INDEX   | -    | -",
        "truncate table cats                     | TRUNCATE TABLE | cats | -",
        "LOCK TABLE cats                         | LOCK           | cats | -",
        "call feed(1)                            | CALL           | -    | feed",
        "call next value for seq                 | CALL           | -    | -",
        "EXPLAIN CREATE TABLE cats (a INT)       | EXPLAIN        | cats | -",
        "USE pets                                | USE            | -    | -",
      })
  void of_statement_tellsOperationAndTarget(
      String sql, String operation, String collection, String procedure) {
    SqlText text = SqlText.of(sql, SqlDialect.UNKNOWN);

    assertThat(text.operation()).isEqualTo(operation);
    assertThat(text.collection()).isEqualTo(collection);
    assertThat(text.storedProcedure()).isEqualTo(procedure);
  }

  @Test
  void summary_manyTables_isCutBetweenNames() {
    String sql = "SELECT * FROM " + "a_rather_long_table_name, ".repeat(30) + "last";

    String summary = SqlText.of(sql, SqlDialect.UNKNOWN).summary();

    assertThat(summary).isEqualTo("SELECT" + " a_rather_long_table_name".repeat(9));
  }
}
