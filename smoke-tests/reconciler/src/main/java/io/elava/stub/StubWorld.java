// SPDX-License-Identifier: Apache-2.0
package io.elava.stub;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The resources of the stub, before and after the things that happen between the scans. */
final class StubWorld {
  private final boolean later;

  StubWorld(boolean later) {
    this.later = later;
  }

  List<Instance> firstInstances() {
    String owner = later ? "team-frontend" : "team-backend";
    Instance web1 =
        new Instance("i-0a01", "web-1", "running", tags("production", owner, "web", false));
    Instance web2 =
        new Instance("i-0a02", "web-2", "running", tags("production", "team-backend", "web", true));
    return later ? List.of(web1) : List.of(web1, web2);
  }

  List<Instance> secondInstances() {
    Instance batch =
        new Instance("i-0b01", "batch-1", "running", tags("production", "", "", false));
    Instance worker =
        new Instance("i-0b02", "worker-1", "pending", tags("staging", "team-data", "data", false));
    return later ? List.of(batch, worker) : List.of(batch);
  }

  List<Database> firstDatabases() {
    String status = later ? "stopped" : "available";
    return List.of(
        new Database(
            "db-orders", status, false, false, tags("production", "team-orders", "shop", true)));
  }

  List<Database> secondDatabases() {
    return List.of(
        new Database(
            "db-public-01",
            "available",
            true,
            true,
            tags("production", "team-data", "data", false)));
  }

  static List<String> buckets() {
    return List.of("elava-artifacts", "elava-audit-logs");
  }

  private static Map<String, String> tags(
      String environment, String owner, String team, boolean blessed) {
    Map<String, String> tags = new TreeMap<>();
    tags.put("environment", environment);
    if (!owner.isEmpty()) {
      tags.put("owner", owner);
      tags.put("team", team);
    }
    if (blessed) {
      tags.put("elava:blessed", "true");
    }
    return tags;
  }

  record Instance(String id, String name, String state, Map<String, String> tags) {}

  /** {@code open} databases can be reached by the public. */
  record Database(
      String id, String status, boolean open, boolean encrypted, Map<String, String> tags) {}
}
