// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.growth;

import dev.weft.benchmarks.stub.StubDriver;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements with values in their text, so that no two texts are the same. */
final class SqlTexts implements Growth {
  private final Connection connection;
  private int executed;

  SqlTexts(Path driver) throws Exception {
    connection = StubDriver.connect(StubDriver.loader(driver), "jdbc:postgresql://db.example/shop");
  }

  @Override
  public void grow(int units) throws SQLException {
    Statement statement = connection.createStatement();
    for (int i = 0; i < units; i++) {
      statement.executeQuery("SELECT name FROM item WHERE id = " + executed++ + " AND sold = 'no'");
    }
  }

  @Override
  public long count() {
    return executed;
  }
}
