// SPDX-License-Identifier: Apache-2.0
package dev.weft.jdbc;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.h2.jdbc.JdbcConnection;

/** Queries the database in order to answer what it is. */
final class TalkativeConnection extends JdbcConnection {
  private final boolean answers;
  private int timesAsked;

  TalkativeConnection(String url, boolean answers) throws SQLException {
    super(url, new Properties(), "", "", false);
    this.answers = answers;
  }

  int timesAsked() {
    return timesAsked;
  }

  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    timesAsked++;
    try (Statement statement = createStatement()) {
      statement.execute("SELECT 42");
    }
    if (!answers) {
      throw new SQLException("nothing to say");
    }
    return super.getMetaData();
  }
}
