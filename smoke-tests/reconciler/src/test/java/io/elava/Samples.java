// SPDX-License-Identifier: Apache-2.0
package io.elava;

import io.elava.model.Resource;
import io.elava.model.Scan;
import io.elava.model.ScanType;
import io.elava.model.Tags;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Resources and scans for tests. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2025-10-10T14:23:45Z");
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private Samples() {}

  public static Scan scan(long revision) {
    ScanType type = revision == 1 ? ScanType.BASELINE : ScanType.NORMAL;
    return new Scan("scan-" + revision, type, "aws", "us-east-1", "elava-test", revision, NOW);
  }

  public static Resource instance(String id, String status, Map<String, String> tags) {
    return resource(id, "ec2", status, tags, Map.of("instance_type", "t3.small"));
  }

  public static Resource database(String id, Map<String, String> tags, boolean open) {
    Map<String, String> metadata =
        Map.of("publicly_accessible", String.valueOf(open), "storage_encrypted", "true");
    return resource(id, "rds", "available", tags, metadata);
  }

  public static Resource resource(
      String id,
      String type,
      String status,
      Map<String, String> tags,
      Map<String, String> metadata) {
    Tags all = Tags.of(tags);
    return new Resource(
        id, type, "aws", "us-east-1", "1234", id, status, all, null, NOW, false, metadata);
  }
}
