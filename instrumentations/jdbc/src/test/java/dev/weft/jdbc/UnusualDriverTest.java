// SPDX-License-Identifier: Apache-2.0
package dev.weft.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.AgentExtension;
import dev.weft.testkit.RecordedSpan;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class UnusualDriverTest {
  @RegisterExtension static final AgentExtension agent = AgentExtension.create();

  private static final String URL = "jdbc:h2:mem:unusual";

  @Test
  void connectionThatNoDriverOpened_isAskedOnce() throws SQLException {
    try (TalkativeConnection connection = new TalkativeConnection(URL, true)) {
      for (int i = 0; i < 3; i++) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("SELECT 1");
        }
      }

      assertThat(connection.timesAsked()).isEqualTo(1);
    }

    for (int i = 0; i < 3; i++) {
      assertNamespace(agent.telemetry().takeSpan("SELECT"), "unusual");
    }
  }

  @Test
  void connectionThatDoesNotAnswer_isAskedOnce() throws SQLException {
    try (TalkativeConnection connection = new TalkativeConnection(URL, false)) {
      for (int i = 0; i < 3; i++) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("SELECT 1");
        }
      }

      assertThat(connection.timesAsked()).isEqualTo(1);
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
}
