// SPDX-License-Identifier: Apache-2.0
package dev.weft.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.weft.testkit.AgentExtension;
import dev.weft.testkit.DbBatchContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The wrappers of a pool add no spans to those of the driver and take none away. */
final class HikariTest extends DbBatchContract {
  @RegisterExtension static final AgentExtension agent = AgentExtension.create();

  private static HikariDataSource pool;

  @BeforeAll
  static void fill() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:pooled;DB_CLOSE_DELAY=-1");
    config.setMaximumPoolSize(10);
    pool = new HikariDataSource(config);
  }

  @AfterAll
  static void drain() {
    pool.close();
  }

  @Override
  protected AgentExtension agent() {
    return agent;
  }

  @Override
  protected Connection connect() throws SQLException {
    return pool.getConnection();
  }

  @Override
  protected Map<String, Object> database() {
    return Map.of("db.system.name", "h2database", "db.namespace", "pooled");
  }

  @Override
  protected String syntaxError() {
    return "42001";
  }

  @Override
  protected String missingTable() {
    return "42102";
  }

  @Test
  void connection_remembersItsDatabaseWhenItIsBorrowedAgain() throws SQLException {
    connection.close();
    connection = connect();

    try (Statement statement = connection.createStatement()) {
      assertThat(statement.isWrapperFor(org.h2.jdbc.JdbcStatement.class)).isTrue();
      statement.execute("SELECT 1");
    }

    claim("SELECT", "SELECT ?");
  }
}
