// SPDX-License-Identifier: Apache-2.0
package io.elava.storage;

import java.util.List;

/** The tables, in SQL that H2 and PostgreSQL share. */
final class Schema {
  static final List<String> CREATE =
      List.of(
          "CREATE TABLE IF NOT EXISTS scans (revision BIGINT PRIMARY KEY,"
              + " scan_id VARCHAR(64) NOT NULL, scan_type VARCHAR(16) NOT NULL,"
              + " started_at TIMESTAMP WITH TIME ZONE NOT NULL, resource_count INT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS observations (resource_id VARCHAR(255) NOT NULL,"
              + " revision BIGINT NOT NULL, type VARCHAR(16) NOT NULL,"
              + " provider VARCHAR(16) NOT NULL, region VARCHAR(32) NOT NULL,"
              + " account_id VARCHAR(32), name VARCHAR(255), status VARCHAR(64) NOT NULL,"
              + " tags TEXT NOT NULL, metadata TEXT NOT NULL,"
              + " created_at TIMESTAMP WITH TIME ZONE, seen_at TIMESTAMP WITH TIME ZONE NOT NULL,"
              + " orphaned BOOLEAN NOT NULL, deleted BOOLEAN NOT NULL,"
              + " PRIMARY KEY (resource_id, revision))",
          "CREATE TABLE IF NOT EXISTS decisions (revision BIGINT NOT NULL,"
              + " resource_id VARCHAR(255) NOT NULL, action VARCHAR(32) NOT NULL,"
              + " reason TEXT NOT NULL, status VARCHAR(16) NOT NULL,"
              + " executed_at TIMESTAMP WITH TIME ZONE, PRIMARY KEY (revision, resource_id))");

  static final String STATS = "SELECT COUNT(*), COALESCE(MAX(revision), 0) FROM scans";

  static final String LATEST =
      "SELECT resource_id, type, provider, region, account_id, name, status, tags, metadata,"
          + " created_at, seen_at, orphaned, deleted FROM observations"
          + " WHERE resource_id = ? ORDER BY revision DESC LIMIT 1";

  static final String LIVE_IDS =
      "SELECT resource_id FROM observations"
          + " WHERE revision = (SELECT MAX(revision) FROM scans) AND deleted = FALSE"
          + " ORDER BY resource_id";

  static final String INSERT_SCAN =
      "INSERT INTO scans (revision, scan_id, scan_type, started_at, resource_count)"
          + " VALUES (?, ?, ?, ?, ?)";

  static final String INSERT_OBSERVATION =
      "INSERT INTO observations (resource_id, revision, type, provider, region, account_id, name,"
          + " status, tags, metadata, created_at, seen_at, orphaned, deleted)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  static final String INSERT_DECISION =
      "INSERT INTO decisions (revision, resource_id, action, reason, status)"
          + " VALUES (?, ?, ?, ?, 'pending')";

  static final String UPDATE_DECISION =
      "UPDATE decisions SET status = ?, executed_at = ? WHERE revision = ? AND resource_id = ?";

  private Schema() {}

  static List<String> compaction(long lastRevision) {
    return List.of(
        "DELETE FROM observations WHERE revision <= " + lastRevision,
        "DELETE FROM decisions WHERE revision <= " + lastRevision,
        "DELETE FROM scans WHERE revision <= " + lastRevision);
  }
}
