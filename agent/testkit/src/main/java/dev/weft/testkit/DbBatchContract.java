// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Continues {@link DbClientContract} with statements that run many at once. */
public abstract class DbBatchContract extends DbClientContract {
  private String insert(String name) {
    return "INSERT INTO " + table + " (name) VALUES ('" + name + "')";
  }

  private String masked() {
    return "INSERT INTO " + table + " (name) VALUES (?)";
  }

  private String delete() {
    return "DELETE FROM " + table + " WHERE id = 42";
  }

  private void claimBatch(String summary, String text, long size) {
    claim(
        summary,
        Map.of(
            "db.query.summary", summary,
            "db.query.text", text,
            "db.operation.batch.size", size));
  }

  @Test
  final void batchOfOneKind_isNamedAfterIt() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.addBatch(insert("apple"));
      statement.addBatch(insert("pear"));
      statement.executeBatch();
      statement.addBatch(insert("plum"));
      statement.addBatch(insert("lemon"));
      statement.addBatch(insert("quince"));
      statement.executeLargeBatch();
    }

    claimBatch("BATCH INSERT " + table, masked(), 2);
    claimBatch("BATCH INSERT " + table, masked(), 3);
  }

  @Test
  final void batchOfSeveralKinds_listsEachTextOnce() throws SQLException {
    String texts = masked() + "; DELETE FROM " + table + " WHERE id = ?";

    try (Statement statement = connection.createStatement()) {
      statement.addBatch(insert("apple"));
      statement.addBatch(delete());
      statement.addBatch(insert("pear"));
      statement.executeBatch();
    }

    claimBatch("BATCH", texts, 3);
  }

  @Test
  final void batchOfOne_isNoBatch() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.addBatch(insert("apple"));
      statement.executeBatch();
    }

    claim("INSERT " + table, masked());
  }

  @Test
  final void emptyBatch_isStillAnExecution() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeBatch();
    }

    claim("BATCH", Map.of("db.query.summary", "BATCH", "db.operation.batch.size", 0L));
  }

  @Test
  final void clearedBatch_isForgotten() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.addBatch(insert("apple"));
      statement.clearBatch();
      statement.addBatch(delete());
      statement.executeBatch();
    }

    claim("DELETE " + table, "DELETE FROM " + table + " WHERE id = ?");
  }

  @Test
  final void failedBatch_isToldByItsCodeAndForgotten() throws SQLException {
    String summary = "BATCH DELETE no_" + table;
    String text = "DELETE FROM no_" + table;

    try (Statement statement = connection.createStatement()) {
      statement.addBatch(text);
      statement.addBatch(text);
      assertThatThrownBy(statement::executeBatch).isInstanceOf(SQLException.class);
      statement.clearBatch();
      statement.addBatch(delete());
      statement.executeBatch();
    }

    claim(
        summary,
        Map.of(
            "db.query.summary",
            summary,
            "db.query.text",
            text,
            "db.operation.batch.size",
            2L,
            "error.type",
            missingTable()));
    claim("DELETE " + table, "DELETE FROM " + table + " WHERE id = ?");
  }

  @Test
  final void preparedBatch_isCounted() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(masked())) {
      add(statement, 3);
      statement.executeBatch();
      add(statement, 2);
      statement.executeLargeBatch();
      add(statement, 4);
      statement.clearBatch();
      add(statement, 1);
      statement.executeBatch();
    }

    claimBatch("BATCH INSERT " + table, masked(), 3);
    claimBatch("BATCH INSERT " + table, masked(), 2);
    claim("INSERT " + table, masked());
  }

  @Test
  final void batchOfACallable_isCountedOnce() throws SQLException {
    try (PreparedStatement statement = connection.prepareCall(masked())) {
      add(statement, 2);
      statement.executeBatch();
    }

    claimBatch("BATCH INSERT " + table, masked(), 2);
  }

  private static void add(PreparedStatement statement, int times) throws SQLException {
    for (int i = 0; i < times; i++) {
      statement.setString(1, CANARY);
      statement.addBatch();
    }
  }
}
