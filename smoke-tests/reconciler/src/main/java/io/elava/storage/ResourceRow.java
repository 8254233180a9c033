// SPDX-License-Identifier: Apache-2.0
package io.elava.storage;

import io.elava.model.Resource;
import io.elava.model.Tags;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Maps a resource to a row of the observations table and back. */
final class ResourceRow {

  private ResourceRow() {}

  static void bind(PreparedStatement insert, Resource resource, long revision, boolean deleted)
      throws SQLException {
    insert.setString(1, resource.id());
    insert.setLong(2, revision);
    insert.setString(3, resource.type());
    insert.setString(4, resource.provider());
    insert.setString(5, resource.region());
    insert.setString(6, resource.accountId());
    insert.setString(7, resource.name());
    insert.setString(8, resource.status());
    insert.setString(9, TagText.write(resource.tags().toMap()));
    insert.setString(10, TagText.write(resource.metadata()));
    insert.setObject(11, atUtc(resource.createdAt()));
    insert.setObject(12, atUtc(resource.lastSeenAt()));
    insert.setBoolean(13, resource.isOrphaned());
    insert.setBoolean(14, deleted);
  }

  static Resource read(ResultSet row) throws SQLException {
    return new Resource(
        row.getString("resource_id"),
        row.getString("type"),
        row.getString("provider"),
        row.getString("region"),
        row.getString("account_id"),
        row.getString("name"),
        row.getString("status"),
        Tags.of(TagText.read(row.getString("tags"))),
        instant(row, "created_at"),
        instant(row, "seen_at"),
        row.getBoolean("orphaned"),
        TagText.read(row.getString("metadata")));
  }

  static OffsetDateTime atUtc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
