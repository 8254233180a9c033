// SPDX-License-Identifier: Apache-2.0
package dev.weft.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.testkit.AgentExtension;
import dev.weft.testkit.DbBatchContract;
import dev.weft.testkit.RecordedSpan;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class H2Test extends DbBatchContract {
  @RegisterExtension static final AgentExtension agent = AgentExtension.create();

  private static final String URL = "jdbc:h2:mem:orchard;DB_CLOSE_DELAY=-1";

  @Override
  protected AgentExtension agent() {
    return agent;
  }

  @Override
  protected Connection connect() throws SQLException {
    return DriverManager.getConnection(URL);
  }

  @Override
  protected Map<String, Object> database() {
    return Map.of("db.system.name", "h2database", "db.namespace", "orchard");
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
  void statementWithoutSummary_isNamedAfterTheDatabase() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCK_TIMEOUT 1000");
    }

    claim("orchard", Map.of("db.query.text", "SET LOCK_TIMEOUT ?"));
  }

  @Test
  void callable_namesItsProcedure() throws SQLException {
    try (CallableStatement statement = connection.prepareCall("CALL ABS(?)")) {
      statement.setInt(1, -1);
      statement.execute();
    }

    claim(
        "CALL ABS",
        Map.of(
            "db.query.summary", "CALL ABS",
            "db.query.text", "CALL ABS(?)",
            "db.stored_procedure.name", "ABS"));
  }

  @Test
  void dataSource_isKnownAlthoughNoDriverConnects() throws SQLException {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(URL);

    try (Connection own = source.getConnection();
        Statement statement = own.createStatement()) {
      statement.execute("SELECT 1");
    }

    claim("SELECT", "SELECT ?");
  }

  @Test
  void poolOfTheDriverItself_isOneSpan() throws SQLException {
    JdbcConnectionPool pool = JdbcConnectionPool.create(URL, "", "");

    try (Connection own = pool.getConnection();
        PreparedStatement statement = own.prepareStatement("SELECT ?")) {
      statement.setInt(1, 1);
      statement.executeQuery().close();
    }
    pool.dispose();

    claim("SELECT", "SELECT ?");
  }

  @Test
  void databaseOnAServer_isToldByItsAddress() throws SQLException {
    Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    String url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:far";

    try (Connection remote = DriverManager.getConnection(url);
        Statement statement = remote.createStatement()) {
      statement.execute("SELECT 1");
    }
    claimBookkeepingOfTheServer();
    server.stop();

    RecordedSpan span = agent.telemetry().takeSpan("SELECT");
    assertThat(span.attribute("server.address")).isEqualTo("localhost");
    assertThat(span.attribute("server.port")).isEqualTo((long) server.getPort());
  }

  private static void claimBookkeepingOfTheServer() {
    agent.telemetry().takeSpan(span -> span.name().startsWith("CREATE ALIAS"));
    agent.telemetry().takeSpan("CREATE TABLE SESSIONS");
    agent.telemetry().takeSpan("INSERT SESSIONS");
    agent.telemetry().takeSpan("DELETE SESSIONS");
  }

  @Test
  void twoDatabases_areToldApart() throws SQLException {
    try (Connection other = DriverManager.getConnection("jdbc:h2:mem:meadow");
        Statement here = connection.createStatement();
        Statement there = other.createStatement()) {
      here.execute("SELECT 1");
      there.execute("SELECT 2");
    }

    assertThat(agent.telemetry().takeSpan("SELECT").attribute("db.namespace")).isEqualTo("orchard");
    assertThat(agent.telemetry().takeSpan("SELECT").attribute("db.namespace")).isEqualTo("meadow");
  }

  @Test
  void statementInsideOfAStatement_isAPartOfIt() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE ALIAS inner_query FOR 'dev.weft.jdbc.H2Test$InnerQuery.run'");
      statement.execute("CALL inner_query()");
    }

    agent.telemetry().takeSpan(span -> span.name().startsWith("CREATE ALIAS"));
    RecordedSpan call = agent.telemetry().takeSpan("CALL inner_query");
    assertThat(agent.telemetry().trace(call.traceId())).containsExactly(call);
  }

  /** Called by the database. */
  public static final class InnerQuery {
    private InnerQuery() {}

    public static int run(Connection inner) throws SQLException {
      try (Statement statement = inner.createStatement()) {
        statement.execute("SELECT 1");
        return 1;
      }
    }
  }

  @Test
  void wrongParameters_failAsTheDriverSays() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT ?")) {
      assertThatThrownBy(statement::executeQuery).hasMessageContaining("Parameter");
    }

    RecordedSpan span = agent.telemetry().takeSpan("SELECT");
    assertThat(span.attribute("error.type")).isEqualTo("90012");
  }
}
