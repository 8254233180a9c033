// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

import java.time.Duration;

/**
 * The outcome of one decision.
 *
 * @param error null unless the execution failed
 * @param skipReason null unless the execution was skipped
 * @param notification null when nothing was sent
 */
public record SingleExecutionResult(
    Decision decision,
    ExecutionStatus status,
    Duration duration,
    String error,
    String skipReason,
    NotificationReceipt notification) {

  /** Whether somebody was notified. */
  public boolean notificationSent() {
    return notification != null;
  }
}
