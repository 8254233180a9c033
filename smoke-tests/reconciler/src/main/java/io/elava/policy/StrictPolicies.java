// SPDX-License-Identifier: Apache-2.0
package io.elava.policy;

import io.elava.model.Action;
import io.elava.model.Resource;
import io.elava.model.RiskLevel;
import io.elava.model.Verdict;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The policies of installations that ask for more. */
final class StrictPolicies {
  private static final Set<String> ENVIRONMENTS = Set.of("production", "staging", "development");
  private static final Set<String> ENGINES = Set.of("postgres", "mysql");
  private static final Set<String> BALANCERS = Set.of("application", "network", "gateway");

  private StrictPolicies() {}

  static List<Policy> all() {
    return List.of(
        fact(
            "rds",
            "engine",
            "postgres or mysql",
            "database-engine-must-be-known",
            ENGINES::contains),
        fact(
            "ec2",
            "instance_type",
            "t3.*",
            "instance-family-must-be-approved",
            StrictPolicies::isSmall),
        fact(
            "elb",
            "kind",
            "application, network, gateway",
            "balancer-kind-must-be-known",
            BALANCERS::contains),
        fact("sg", "open_to_world", "false", "security-groups-must-not-be-open", "false"::equals),
        state("rds", "failed", "databases-must-not-fail"),
        state("rds", "incompatible-parameters", "databases-must-have-valid-parameters"),
        state("ec2", "shutting-down", "instances-must-not-be-shutting-down"),
        state("elb", "failed", "load-balancers-must-not-fail"),
        state("elb", "active_impaired", "load-balancers-must-not-be-impaired"),
        named("ec2", "instances-must-be-named", r -> !r.name().equals(r.id())),
        named("sg", "security-groups-must-be-named", r -> !r.name().equals("default")),
        named("s3", "buckets-must-not-be-temporary", r -> !r.name().contains("tmp")),
        named("s3", "buckets-must-not-be-backups", r -> !r.name().endsWith(".bak")),
        named("elb", "load-balancer-names-must-be-short", r -> r.name().length() <= 32),
        tagged("owner-must-be-a-team", r -> !r.hasOwner() || r.owner().startsWith("team-")),
        tagged("environment-must-be-known", r -> ENVIRONMENTS.contains(r.environment())),
        tagged("blessed-must-have-an-owner", r -> !r.isBlessed() || r.hasOwner()),
        tagged("blessed-must-be-production", r -> !r.isBlessed() || isProduction(r)),
        tagged("production-must-not-be-orphaned", r -> !r.isOrphaned() || !isProduction(r)),
        tagged("production-must-be-tagged", r -> !r.tags().isEmpty() || !isProduction(r)));
  }

  private static boolean isSmall(String instanceType) {
    return instanceType.startsWith("t3.");
  }

  private static boolean isProduction(Resource resource) {
    return "production".equals(resource.environment());
  }

  /** One of the facts of the resources of a type has to be as expected. */
  private static Policy fact(
      String type, String key, String expected, String name, Predicate<String> allowed) {
    Function<Resource, String> actual = resource -> resource.metadata().get(key);
    Predicate<Resource> violated =
        resource -> resource.type().equals(type) && !allowed.test(actual.apply(resource));
    String rule = key + " == " + expected;
    return policy(name, rule, RiskLevel.HIGH, Action.ALERT, expected, actual, violated);
  }

  /** Resources of a type must not be in a state. */
  private static Policy state(String type, String state, String name) {
    Predicate<Resource> violated =
        resource -> resource.type().equals(type) && resource.status().equals(state);
    String rule = "status != " + state;
    return policy(
        name, rule, RiskLevel.MEDIUM, Action.NOTIFY, "not " + state, Resource::status, violated);
  }

  /** The names of the resources of a type have to be as expected. */
  private static Policy named(String type, String name, Predicate<Resource> allowed) {
    Predicate<Resource> violated =
        resource -> resource.type().equals(type) && !allowed.test(resource);
    return policy(
        name, "name", RiskLevel.LOW, Action.AUDIT, "a good name", Resource::name, violated);
  }

  /** The tags of all resources have to be as expected. */
  private static Policy tagged(String name, Predicate<Resource> allowed) {
    return policy(
        name,
        "tags",
        RiskLevel.LOW,
        Action.AUDIT,
        "good tags",
        resource -> resource.tags().toString(),
        allowed.negate());
  }

  private static Policy policy(
      String name,
      String rule,
      RiskLevel level,
      Action action,
      String expected,
      Function<Resource, String> actual,
      Predicate<Resource> violated) {
    return new RulePolicy(
        name,
        rule,
        Verdict.FLAG,
        level,
        score(level),
        action,
        "See the runbook",
        List.of(),
        expected,
        input -> actual.apply(input.resource()),
        input -> violated.test(input.resource()));
  }

  private static double score(RiskLevel level) {
    return switch (level) {
      case LOW -> 2.0;
      case MEDIUM -> 5.0;
      case HIGH -> 8.0;
      case CRITICAL -> 9.5;
    };
  }
}
