// SPDX-License-Identifier: Apache-2.0
package dev.weft.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.AgentExtension;
import dev.weft.testkit.DbBatchContract;
import dev.weft.testkit.RecordedSpan;
import java.net.URI;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Against the server that {@code TEST_POSTGRES_URL} names, in the form {@code
 * jdbc:postgresql://host:port/database?user=name&password=word}.
 */
final class PostgreSqlTest extends DbBatchContract {
  @RegisterExtension static final AgentExtension agent = AgentExtension.create();

  private static final String URL = System.getenv("TEST_POSTGRES_URL");

  @Override
  protected AgentExtension agent() {
    return agent;
  }

  @Override
  protected Connection connect() throws SQLException {
    Assumptions.assumeTrue(URL != null, "TEST_POSTGRES_URL is not set");
    return DriverManager.getConnection(URL);
  }

  @Override
  protected Map<String, Object> database() {
    URI server = URI.create(URL.substring("jdbc:".length()));
    Map<String, Object> database = new TreeMap<>();
    database.put("db.system.name", "postgresql");
    database.put("db.namespace", server.getPath().substring(1));
    database.put("server.address", server.getHost());
    if (server.getPort() != 5432) {
      database.put("server.port", (long) server.getPort());
    }
    return database;
  }

  @Override
  protected String syntaxError() {
    return "42601";
  }

  @Override
  protected String missingTable() {
    return "42P01";
  }

  @Test
  void callable_namesItsProcedure() throws SQLException {
    String sql = "{ ? = call abs(?) }";

    try (CallableStatement statement = connection.prepareCall(sql)) {
      statement.registerOutParameter(1, Types.INTEGER);
      statement.setInt(2, -1);
      statement.execute();
    }

    claim(
        "call abs",
        Map.of(
            "db.query.summary", "call abs",
            "db.query.text", sql,
            "db.stored_procedure.name", "abs"));
  }

  @Test
  void dataSource_isKnown() throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(URL);

    try (Connection own = source.getConnection();
        var statement = own.createStatement()) {
      statement.execute("SELECT 1");
    }

    claim("SELECT", "SELECT ?");
  }

  @Test
  void transaction_isNotToldOfBySpansOfItsOwn() throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("SELECT 1");
      connection.commit();
    }
    connection.setAutoCommit(true);

    RecordedSpan span = claim("SELECT", "SELECT ?");
    assertThat(agent.telemetry().trace(span.traceId())).containsExactly(span);
  }
}
