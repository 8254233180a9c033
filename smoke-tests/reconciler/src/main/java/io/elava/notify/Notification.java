// SPDX-License-Identifier: Apache-2.0
package io.elava.notify;

import io.elava.model.Decision;
import io.elava.model.Scan;
import java.util.List;

/** A message for people about a decision. */
public record Notification(
    String channel,
    List<String> recipients,
    String severity,
    String text,
    String resourceId,
    String scanId) {

  /** Tells the owners of the decision's channel. */
  public static Notification about(Scan scan, Decision decision) {
    String channel = decision.metadata().getOrDefault("notification_channels", "slack");
    return new Notification(
        channel,
        "pagerduty".equals(channel) ? List.of("@oncall") : List.of("#cloud-changes"),
        decision.metadata().getOrDefault("severity", "info"),
        decision.reason(),
        decision.resourceId(),
        scan.id());
  }
}
