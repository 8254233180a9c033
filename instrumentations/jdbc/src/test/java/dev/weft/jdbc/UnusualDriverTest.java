// SPDX-License-Identifier: Apache-2.0
package dev.weft.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.AgentExtension;
import dev.weft.testkit.RecordedSpan;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class UnusualDriverTest {
  @RegisterExtension static final AgentExtension agent = AgentExtension.create();

  private static final String URL = "jdbc:h2:mem:unusual";

  @Test
  void connectionThatNoDriverOpened_isAskedOnce() throws SQLException {
    try (TalkativeConnection connection = new TalkativeConnection()) {
      for (int i = 0; i < 3; i++) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("SELECT 1");
        }
      }

      assertThat(connection.timesAsked).isEqualTo(1);
    }

    for (int i = 0; i < 3; i++) {
      assertNamespace(agent.telemetry().takeSpan("SELECT"), "unusual");
    }
  }

  @Test
  void connectionThatDoesNotAnswer_isAskedOnce() throws SQLException {
    try (SilentConnection connection = new SilentConnection()) {
      for (int i = 0; i < 3; i++) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("SELECT 1");
        }
      }

      assertThat(connection.timesAsked).isEqualTo(1);
    }

    for (int i = 0; i < 3; i++) {
      RecordedSpan span = agent.telemetry().takeSpan("SELECT");
      assertThat(span.attribute("db.system.name")).isEqualTo("other_sql");
    }
  }

  @Test
  void whatADriverExecutesToConnect_isNotReported() throws SQLException {
    Driver driver = new TalkativeDriver();

    try (Connection connection = driver.connect("jdbc:h2:mem:named", new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 2");
    }

    RecordedSpan span = agent.telemetry().takeSpan("SELECT");
    assertNamespace(span, "named");
  }

  private static void assertNamespace(RecordedSpan span, String name) {
    assertThat(span.attribute("db.namespace")).isEqualTo(name);
  }

  /** Queries the database in order to answer what it is. */
  private static final class TalkativeConnection extends JdbcConnection {
    private int timesAsked;

    TalkativeConnection() throws SQLException {
      super(URL, new Properties(), "", "", false);
    }

    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
      timesAsked++;
      try (Statement statement = createStatement()) {
        statement.execute("SELECT 42");
      }
      return super.getMetaData();
    }
  }

  private static final class SilentConnection extends JdbcConnection {
    private int timesAsked;

    SilentConnection() throws SQLException {
      super(URL, new Properties(), "", "", false);
    }

    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
      timesAsked++;
      throw new SQLException("nothing to say");
    }
  }

  private static final class TalkativeDriver implements Driver {
    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
      Connection connection = new JdbcConnection(URL, properties, "", "", false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SELECT 1");
      }
      return connection;
    }

    @Override
    public boolean acceptsURL(String url) {
      return true;
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
      return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
      return 1;
    }

    @Override
    public int getMinorVersion() {
      return 0;
    }

    @Override
    public boolean jdbcCompliant() {
      return false;
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }
  }
}
