// SPDX-License-Identifier: Apache-2.0
package io.elava.policy;

import io.elava.model.Action;
import io.elava.model.Resource;
import io.elava.model.RiskLevel;
import io.elava.model.Verdict;
import java.util.List;
import java.util.Set;

/** The policies every installation starts with. */
final class DefaultPolicies {
  private static final Set<String> UP = Set.of("running", "available", "active");

  private DefaultPolicies() {}

  static List<Policy> all() {
    return List.of(
        databasesMustBePrivate(),
        productionOwnerRequired(),
        databasesMustBeEncrypted(),
        blessedMustBeUp(),
        resourcesMustBeTagged());
  }

  private static Policy databasesMustBePrivate() {
    return new RulePolicy(
        "databases-must-be-private",
        "publicly_accessible == false",
        Verdict.DENY,
        RiskLevel.CRITICAL,
        9.5,
        Action.ALERT,
        "Make database private",
        List.of("SOC2", "HIPAA", "PCI-DSS"),
        "false",
        input -> metadata(input.resource(), "publicly_accessible"),
        input -> has(input.resource(), "publicly_accessible", "true"));
  }

  private static Policy productionOwnerRequired() {
    return new RulePolicy(
        "production-tag-enforcement",
        "owner_tag_required",
        Verdict.DENY,
        RiskLevel.HIGH,
        7.0,
        Action.ENFORCE_TAGS,
        "Tag the resource with its owner",
        List.of("SOC2"),
        "an owner",
        input -> "none",
        input -> "production".equals(input.environment()) && !input.resource().hasOwner());
  }

  private static Policy databasesMustBeEncrypted() {
    return new RulePolicy(
        "volumes-must-be-encrypted",
        "storage_encrypted == true",
        Verdict.FLAG,
        RiskLevel.MEDIUM,
        5.0,
        Action.NOTIFY,
        "Restore from an encrypted snapshot",
        List.of("HIPAA"),
        "true",
        input -> metadata(input.resource(), "storage_encrypted"),
        input -> has(input.resource(), "storage_encrypted", "false"));
  }

  private static Policy blessedMustBeUp() {
    return new RulePolicy(
        "blessed-must-be-up",
        "status in (running, available, active)",
        Verdict.REQUIRE_APPROVAL,
        RiskLevel.HIGH,
        8.0,
        Action.PROTECT,
        "Start the resource again",
        List.of(),
        "up",
        input -> input.resource().status(),
        input -> input.resource().isBlessed() && !UP.contains(input.resource().status()));
  }

  private static Policy resourcesMustBeTagged() {
    return new RulePolicy(
        "resources-must-be-tagged",
        "count(tags) > 0",
        Verdict.FLAG,
        RiskLevel.LOW,
        2.0,
        Action.AUDIT,
        "Add the required tags",
        List.of(),
        "owner, environment, team",
        input -> "no tags",
        input -> input.resource().tags().isEmpty());
  }

  private static boolean has(Resource resource, String key, String value) {
    return value.equals(resource.metadata().get(key));
  }

  private static String metadata(Resource resource, String key) {
    return resource.metadata().get(key);
  }
}
