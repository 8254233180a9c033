// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SqlHandleTest {
  private static final JdbcUrl DATABASE = JdbcUrl.parse("jdbc:h2:mem:orchard");

  private final SqlHandle plain = SqlHandle.of(DATABASE, null);

  @AfterEach
  void sanitizeAgain() {
    DbSettings.install(true);
  }

  private static void add(SqlHandle handle, String sql) {
    handle.adding();
    handle.added(sql, true);
  }

  @Test
  void statement_literals_areMasked() {
    DbStatement statement = plain.statement("SELECT a FROM t WHERE b = 'c'");

    assertThat(statement.text).isEqualTo("SELECT a FROM t WHERE b = ?");
    assertThat(statement.spanName).isEqualTo("SELECT t");
    assertThat(statement.operation).isNull();
    assertThat(statement.collection).isNull();
  }

  @Test
  void statement_withoutSanitizing_isReportedAsItIs() {
    DbSettings.install(false);

    DbStatement statement = plain.statement("SELECT a FROM t WHERE b = 'c'");

    assertThat(statement.text).isEqualTo("SELECT a FROM t WHERE b = 'c'");
  }

  @Test
  void prepared_text_isReportedAsItIs() {
    DbStatement statement = SqlHandle.of(DATABASE, "SELECT a FROM t WHERE b = 'c'").prepared();

    assertThat(statement).isNotNull();
    assertThat(statement.text).isEqualTo("SELECT a FROM t WHERE b = 'c'");
    assertThat(plain.prepared()).isNull();
  }

  @Test
  void statement_ofTheSameTextAgain_isMadeOnce() {
    String sql = "SELECT a FROM once WHERE b = ?";
    DbStatement first = SqlHandle.of(DATABASE, sql).prepared();

    assertThat(SqlHandle.of(JdbcUrl.parse("jdbc:h2:mem:orchard"), sql).prepared()).isSameAs(first);
    assertThat(plain.statement(sql)).isNotSameAs(first).isSameAs(plain.statement(sql));
  }

  @Test
  void statement_ofAnotherDatabase_tellsOfThatOne() {
    String sql = "SELECT a FROM elsewhere";
    JdbcUrl other = JdbcUrl.parse("jdbc:h2:mem:meadow");

    assertThat(plain.statement(sql).database.namespace()).isEqualTo("orchard");
    assertThat(SqlHandle.of(other, null).statement(sql).database.namespace()).isEqualTo("meadow");
    assertThat(plain.statement(sql).database.namespace()).isEqualTo("orchard");
  }

  @Test
  void added_nestedCalls_countOnce() {
    SqlHandle prepared = SqlHandle.of(DATABASE, "INSERT INTO t VALUES (?)");

    prepared.adding();
    prepared.adding();
    prepared.added(null, true);
    prepared.added(null, true);
    prepared.adding();
    prepared.added(null, true);

    assertThat(prepared.batchSize()).isEqualTo(2);
    assertThat(prepared.batch().spanName).isEqualTo("BATCH INSERT t");
  }

  @Test
  void added_failure_doesNotCount() {
    plain.adding();
    plain.added("INSERT INTO t VALUES (1)", false);

    assertThat(plain.batchSize()).isZero();
  }

  @Test
  void batch_summaries_areNamedWhereAllThatHaveOneAgree() {
    add(plain, "SET LOCK_TIMEOUT 1");
    add(plain, "INSERT INTO t VALUES (1)");

    DbStatement agreeing = plain.batch();
    add(plain, "DELETE FROM t");
    add(plain, "INSERT INTO t VALUES (2)");

    assertThat(agreeing.summary).isEqualTo("BATCH INSERT t");
    assertThat(plain.batch().summary).isEqualTo("BATCH");
  }

  @Test
  void batch_preparedWithoutSummary_isNamedAfterTheDatabase() {
    SqlHandle prepared = SqlHandle.of(DATABASE, "SET LOCK_TIMEOUT ?");
    prepared.adding();
    prepared.added(null, true);
    prepared.adding();
    prepared.added(null, true);

    DbStatement batch = prepared.batch();

    assertThat(batch.spanName).isEqualTo("BATCH orchard");
    assertThat(batch.summary).isNull();
  }

  @Test
  void batch_endlessTexts_areBounded() {
    for (int i = 0; i < 10_000; i++) {
      add(plain, "INSERT INTO t" + i + " VALUES (1)");
    }

    DbStatement batch = plain.batch();

    assertThat(plain.batchSize()).isEqualTo(10_000);
    assertThat(batch.text).startsWith("INSERT INTO t0 VALUES (?); INSERT INTO t1 VALUES (?); ");
    assertThat(batch.text).hasSizeLessThan(2 * SqlText.MAX_LENGTH);
  }

  @Test
  void isOf_otherTextOrDatabase_isFalse() {
    SqlHandle prepared = SqlHandle.of(DATABASE, "SELECT 1");

    assertThat(prepared.isOf(DATABASE, new String("SELECT 1"))).isTrue();
    assertThat(prepared.isOf(DATABASE, "SELECT 2")).isFalse();
    assertThat(prepared.isOf(DATABASE, null)).isFalse();
    assertThat(prepared.isOf(JdbcUrl.parse("jdbc:h2:mem:meadow"), "SELECT 1")).isFalse();
    assertThat(plain.isOf(DATABASE, null)).isTrue();
  }
}
