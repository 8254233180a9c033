// SPDX-License-Identifier: Apache-2.0
package io.elava.reconciler;

import io.elava.model.Action;
import io.elava.model.Change;
import io.elava.model.Decision;
import io.elava.model.PolicyEvaluation;
import io.elava.model.PolicyResult;
import io.elava.model.Resource;
import io.elava.model.Scan;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the policies where they apply and the kind of the change elsewhere. */
public final class PolicyEnforcingDecisionMaker implements PolicyDecisionMaker {
  private static final Logger log = LoggerFactory.getLogger(PolicyEnforcingDecisionMaker.class);

  private final Clock clock;

  /** Dates its decisions by this clock. */
  public PolicyEnforcingDecisionMaker(Clock clock) {
    this.clock = clock;
  }

  @Override
  public List<Decision> decide(Scan scan, List<Change> changes, PolicyEvaluation policy) {
    List<Decision> decisions = new ArrayList<>();
    for (Change change : changes) {
      Decision decision = decide(change, policy.results().get(change.resourceId()));
      log.info("decided to {} {}: {}", decision.action(), change.resourceId(), decision.reason());
      decisions.add(decision);
    }
    return decisions;
  }

  private Decision decide(Change change, PolicyResult result) {
    boolean byPolicy = result != null && result.action() != null;
    Resource resource = change.resource();
    Action action = byPolicy ? result.action() : byChange(change);
    return new Decision(
        action,
        resource.id(),
        resource.type(),
        resource.environment(),
        byPolicy ? result.reason() : change.details(),
        resource.isBlessed(),
        result,
        clock.instant(),
        metadata(change, action));
  }

  private static Action byChange(Change change) {
    boolean production = "production".equals(change.resource().environment());
    return switch (change.type()) {
      case BASELINE, MODIFIED -> Action.AUDIT;
      case APPEARED, STATUS_CHANGED -> Action.NOTIFY;
      case DISAPPEARED -> change.resource().isBlessed() ? Action.ALERT : Action.NOTIFY;
      case TAG_DRIFT -> production ? Action.NOTIFY : Action.AUDIT;
      case UNMANAGED -> Action.AUTO_TAG;
    };
  }

  private static Map<String, String> metadata(Change change, Action action) {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("change_type", change.type().value());
    metadata.put("severity", change.severity().value());
    if (action == Action.NOTIFY) {
      metadata.put("notification_channels", "slack");
    }
    if (action == Action.ALERT) {
      metadata.put("notification_channels", "pagerduty");
    }
    return metadata;
  }
}
