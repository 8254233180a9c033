// SPDX-License-Identifier: Apache-2.0
package io.elava.storage;

import io.elava.model.Change;
import io.elava.model.ChangeType;
import io.elava.model.Decision;
import io.elava.model.Resource;
import io.elava.model.Scan;
import io.elava.model.SingleExecutionResult;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps each revision of each resource in a database; uses one connection, one call at a time. */
public final class MvccStorage implements Storage {
  private static final Logger log = LoggerFactory.getLogger(MvccStorage.class);

  private final Connection connection;
  private final int retainedScans;
  private final Clock clock;

  private MvccStorage(Connection connection, int retainedScans, Clock clock) {
    this.connection = connection;
    this.retainedScans = retainedScans;
    this.clock = clock;
  }

  /**
   * Connects and creates the missing tables.
   *
   * @param retainedScans how many scans {@link #compact} keeps
   */
  public static MvccStorage open(
      String url, String user, String password, int retainedScans, Clock clock) {
    try {
      Connection connection = DriverManager.getConnection(url, user, password);
      try (Statement statement = connection.createStatement()) {
        for (String table : Schema.CREATE) {
          statement.execute(table);
        }
      }
      return new MvccStorage(connection, retainedScans, clock);
    } catch (SQLException e) {
      throw new StorageException("cannot open the storage", e);
    }
  }

  @Override
  public synchronized StorageStats stats() {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(Schema.STATS)) {
      rows.next();
      return new StorageStats(rows.getLong(1), rows.getLong(2));
    } catch (SQLException e) {
      throw new StorageException("cannot count the scans", e);
    }
  }

  @Override
  public synchronized Optional<Resource> latest(String resourceId) {
    try (PreparedStatement select = connection.prepareStatement(Schema.LATEST)) {
      select.setString(1, resourceId);
      try (ResultSet rows = select.executeQuery()) {
        boolean known = rows.next() && !rows.getBoolean("deleted");
        return known ? Optional.of(ResourceRow.read(rows)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new StorageException("cannot read resource " + resourceId, e);
    }
  }

  @Override
  public synchronized List<String> liveIds() {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(Schema.LIVE_IDS)) {
      List<String> ids = new ArrayList<>();
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
      return ids;
    } catch (SQLException e) {
      throw new StorageException("cannot list the live resources", e);
    }
  }

  @Override
  public synchronized void recordObservations(
      Scan scan, List<Resource> resources, List<Change> changes) {
    inTransaction(
        "record observations",
        () -> {
          insertScan(scan, resources.size());
          insertObservations(scan, resources, changes);
        });
    log.info("recorded {} observations at revision {}", resources.size(), scan.revision());
  }

  @Override
  public synchronized void recordDecisions(Scan scan, List<Decision> decisions) {
    if (decisions.isEmpty()) {
      return;
    }
    inTransaction("record decisions", () -> insertDecisions(scan, decisions));
  }

  @Override
  public synchronized void recordExecutions(Scan scan, List<SingleExecutionResult> results) {
    if (results.isEmpty()) {
      return;
    }
    inTransaction("record executions", () -> updateDecisions(scan, results));
  }

  @Override
  public synchronized void compact(Scan scan) {
    inTransaction(
        "compact",
        () -> {
          try (Statement statement = connection.createStatement()) {
            for (String delete : Schema.compaction(Math.max(0, scan.revision() - retainedScans))) {
              statement.addBatch(delete);
            }
            statement.executeBatch();
          }
        });
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new StorageException("cannot close the storage", e);
    }
  }

  private void insertScan(Scan scan, int resourceCount) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(Schema.INSERT_SCAN)) {
      insert.setLong(1, scan.revision());
      insert.setString(2, scan.id());
      insert.setString(3, scan.type().value());
      insert.setObject(4, ResourceRow.atUtc(scan.startedAt()));
      insert.setInt(5, resourceCount);
      insert.executeUpdate();
    }
  }

  private void insertObservations(Scan scan, List<Resource> resources, List<Change> changes)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(Schema.INSERT_OBSERVATION)) {
      for (Resource resource : resources) {
        ResourceRow.bind(insert, resource, scan.revision(), false);
        insert.addBatch();
      }
      for (Change change : changes) {
        if (change.type() == ChangeType.DISAPPEARED) {
          ResourceRow.bind(insert, change.previous(), scan.revision(), true);
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private void insertDecisions(Scan scan, List<Decision> decisions) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(Schema.INSERT_DECISION)) {
      for (Decision decision : decisions) {
        insert.setLong(1, scan.revision());
        insert.setString(2, decision.resourceId());
        insert.setString(3, decision.action().value());
        insert.setString(4, decision.reason());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void updateDecisions(Scan scan, List<SingleExecutionResult> results) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(Schema.UPDATE_DECISION)) {
      for (SingleExecutionResult result : results) {
        update.setString(1, result.status().value());
        update.setObject(2, ResourceRow.atUtc(clock.instant()));
        update.setLong(3, scan.revision());
        update.setString(4, result.decision().resourceId());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private void inTransaction(String purpose, Work work) {
    try {
      connection.setAutoCommit(false);
      try {
        work.run();
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new StorageException("cannot " + purpose, e);
    }
  }

  private interface Work {
    void run() throws SQLException;
  }
}
