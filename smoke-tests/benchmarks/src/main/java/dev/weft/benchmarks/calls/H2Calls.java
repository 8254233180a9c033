// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.calls;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** A prepared {@code SELECT} of one row, in the memory of H2. */
@SuppressWarnings("NullAway.Init") // JMH calls what is annotated with @Setup first
public class H2Calls extends Calls {
  private Connection connection;
  private PreparedStatement statement;

  /** Opens the connection to a table of one row. */
  @Setup
  public void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:shop");
    try (Statement definition = connection.createStatement()) {
      definition.execute("CREATE TABLE item (id INT PRIMARY KEY, name VARCHAR(20))");
      definition.execute("INSERT INTO item VALUES (1, 'chair')");
    }
    statement = connection.prepareStatement("SELECT name FROM item WHERE id = ?");
    statement.setInt(1, 1);
  }

  /** Makes one call. */
  @Benchmark
  public String select() throws SQLException {
    calls++;
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Closes the connection. */
  @TearDown
  public void close() throws SQLException {
    connection.close();
  }
}
