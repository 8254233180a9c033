// SPDX-License-Identifier: Apache-2.0
package example;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** What needs {@code java.sql}. */
final class KioskDatabase {
  private KioskDatabase() {}

  static void ask(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
    }
  }
}
