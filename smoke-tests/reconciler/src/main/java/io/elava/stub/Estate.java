// SPDX-License-Identifier: Apache-2.0
package io.elava.stub;

import io.elava.stub.StubWorld.Database;
import io.elava.stub.StubWorld.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The resources of a company, as one scan sees them. The second scan sees 127, of which two are new
 * and two have other tags, and no longer one that was protected. From the third on one is stopped,
 * one is changed, one has gone and a bucket without any tags has come.
 */
final class Estate {
  private final int scan;

  Estate(int scan) {
    this.scan = scan;
  }

  List<Instance> instances() {
    List<Instance> instances = new ArrayList<>();
    String owner = scan > 1 ? "team-frontend" : "team-backend";
    instances.add(new Instance("i-abc123def", "web-00", "running", owned("production", owner)));
    for (int i = 1; i < 33; i++) {
      String state = scan > 2 && i == 20 ? "stopped" : "running";
      Map<String, String> tags = i < 4 ? blessed("team-backend") : owned("production", "team-web");
      instances.add(new Instance(id("i-", i), id("web-", i), state, tags));
    }
    for (int i = 33; i < (scan > 1 ? 41 : 40); i++) {
      instances.add(
          new Instance(id("i-", i), id("batch-", i), "running", owned("staging", "team-data")));
    }
    for (int i = 41; i < 45; i++) {
      instances.add(new Instance(id("i-", i), id("try-", i), "running", only("development")));
    }
    if (scan == 1) {
      instances.add(new Instance("i-0fade", "vault-00", "running", blessed("team-security")));
    }
    return instances;
  }

  List<Database> databases() {
    List<Database> databases = new ArrayList<>();
    databases.add(new Database("db-public-01", "available", true, true, blessed("team-data")));
    for (int i = 2; i < 9; i++) {
      Map<String, String> tags = i < 5 ? blessed("team-data") : owned("production", "team-data");
      databases.add(new Database(id("db-orders-", i), "available", false, true, tags));
    }
    Map<String, String> staging = owned("staging", "team-data");
    databases.add(new Database("db-legacy", "available", false, false, staging));
    databases.add(new Database("db-trial", "available", false, true, staging));
    if (scan > 1) {
      databases.add(new Database("db-reports", "available", false, false, staging));
    }
    Map<String, String> development = owned("development", "team-data");
    databases.add(new Database("db-scratch", "available", false, true, development));
    return databases;
  }

  /** Names and tags. */
  Map<String, Map<String, String>> buckets() {
    Map<String, Map<String, String>> buckets = new TreeMap<>();
    for (int i = 0; i < 16; i++) {
      Map<String, String> tags = i < 3 ? blessed("team-audit") : owned("production", "team-web");
      buckets.put(id("elava-assets-", i), tags);
    }
    for (int i = 16; i < 21; i++) {
      buckets.put(id("elava-builds-", i), owned("staging", "team-web"));
    }
    for (int i = 21; i < 23; i++) {
      Map<String, String> tags = only("development");
      tags.put("owner", "team-web");
      buckets.put(id("elava-notes-", i), tags);
    }
    if (scan > 2) {
      buckets.put("elava-unknown", Map.of());
    }
    return buckets;
  }

  List<Balancer> balancers() {
    List<Balancer> balancers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Map<String, String> tags = i < 2 ? blessed("team-edge") : owned("production", "team-edge");
      balancers.add(new Balancer(id("public-", i), "internet-facing", tags));
    }
    for (int i = 10; i < (scan > 2 ? 13 : 14); i++) {
      balancers.add(new Balancer(id("inner-", i), "internal", owned("staging", "team-edge")));
    }
    balancers.add(new Balancer(id("inner-", 14), "internal", owned("development", "team-edge")));
    return balancers;
  }

  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < 22; i++) {
      String from = scan > 2 && i == 7 ? "0.0.0.0/0" : "10.0.0.0/8";
      groups.add(new Group(id("sg-", i), id("web-", i), from, owned("production", "team-edge")));
    }
    for (int i = 22; i < 30; i++) {
      String owner = scan > 1 && i == 22 ? "team-data" : "team-edge";
      groups.add(new Group(id("sg-", i), id("batch-", i), "10.0.0.0/8", owned("staging", owner)));
    }
    for (int i = 30; i < 32; i++) {
      Map<String, String> tags = only("development");
      tags.put("team", "team-edge");
      groups.add(new Group(id("sg-", i), id("try-", i), "10.0.0.0/8", tags));
    }
    return groups;
  }

  private static String id(String prefix, int number) {
    return prefix + (number < 10 ? "0" : "") + number;
  }

  private static Map<String, String> only(String environment) {
    return new TreeMap<>(Map.of("environment", environment));
  }

  private static Map<String, String> owned(String environment, String owner) {
    Map<String, String> tags = only(environment);
    tags.put("owner", owner);
    tags.put("team", owner);
    return tags;
  }

  private static Map<String, String> blessed(String owner) {
    Map<String, String> tags = owned("production", owner);
    tags.put("elava:blessed", "true");
    return tags;
  }

  record Balancer(String name, String scheme, Map<String, String> tags) {}

  /** {@code from} is the range of addresses that it lets in. */
  record Group(String id, String name, String from, Map<String, String> tags) {}
}
