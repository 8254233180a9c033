// SPDX-License-Identifier: Apache-2.0
package io.elava.executor;

import io.elava.model.Action;
import io.elava.model.Decision;
import io.elava.model.ExecutionResult;
import io.elava.model.ExecutionStatus;
import io.elava.model.NotificationReceipt;
import io.elava.model.Scan;
import io.elava.model.SingleExecutionResult;
import io.elava.notify.Notification;
import io.elava.notify.NotificationException;
import io.elava.notify.Notifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks each decision for safety, then notifies, alerts or takes a note. */
public final class ExecutorEngine implements Executor {
  private static final Logger log = LoggerFactory.getLogger(ExecutorEngine.class);
  private static final Logger audit = LoggerFactory.getLogger("io.elava.audit");

  private final Notifier notifier;
  private final SafetyChecks safety;
  private final Clock clock;

  /** Acts through this notifier. */
  public ExecutorEngine(Notifier notifier, SafetyChecks safety, Clock clock) {
    this.notifier = notifier;
    this.safety = safety;
    this.clock = clock;
  }

  @Override
  public ExecutionResult execute(Scan scan, List<Decision> decisions) {
    List<CompletableFuture<SingleExecutionResult>> pending = new ArrayList<>();
    for (Decision decision : decisions) {
      boolean urgent = decision.action() == Action.ALERT;
      pending.add(
          urgent
              ? executeSingleAsync(scan, decision)
              : CompletableFuture.completedFuture(executeSingle(scan, decision)));
    }
    ExecutionResult result =
        ExecutionResult.of(pending.stream().map(CompletableFuture::join).toList());
    log.info(
        "executed {} decisions: {} succeeded, {} failed, {} skipped",
        result.total(),
        result.successful(),
        result.failed(),
        result.skipped());
    return result;
  }

  @Override
  public SingleExecutionResult executeSingle(Scan scan, Decision decision) {
    Instant start = clock.instant();
    Optional<String> objection = safety.objection(decision);
    if (objection.isPresent()) {
      return skipped(decision, start, objection.get());
    }
    try {
      boolean notifies = decision.action() == Action.NOTIFY;
      NotificationReceipt receipt =
          notifies ? notifier.notify(Notification.about(scan, decision)) : null;
      return succeeded(decision, start, receipt);
    } catch (NotificationException e) {
      return failed(decision, start, e);
    }
  }

  @Override
  public CompletableFuture<SingleExecutionResult> executeSingleAsync(Scan scan, Decision decision) {
    Instant start = clock.instant();
    Optional<String> objection = safety.objection(decision);
    if (objection.isPresent()) {
      return CompletableFuture.completedFuture(skipped(decision, start, objection.get()));
    }
    return notifier
        .notifyAsync(Notification.about(scan, decision))
        .handle(
            (receipt, error) ->
                error == null
                    ? succeeded(decision, start, receipt)
                    : failed(decision, start, error));
  }

  private SingleExecutionResult succeeded(
      Decision decision, Instant start, NotificationReceipt receipt) {
    audit.info("{} of {} succeeded", decision.action().value(), decision.resourceId());
    return new SingleExecutionResult(
        decision, ExecutionStatus.SUCCESS, since(start), null, null, receipt);
  }

  private SingleExecutionResult failed(Decision decision, Instant start, Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    log.error("{} of {} failed", decision.action().value(), decision.resourceId(), cause);
    return new SingleExecutionResult(
        decision, ExecutionStatus.FAILED, since(start), cause.getMessage(), null, null);
  }

  private SingleExecutionResult skipped(Decision decision, Instant start, String reason) {
    audit.info("{} of {} skipped: {}", decision.action().value(), decision.resourceId(), reason);
    return new SingleExecutionResult(
        decision, ExecutionStatus.SKIPPED, since(start), null, reason, null);
  }

  private Duration since(Instant start) {
    return Duration.between(start, clock.instant());
  }
}
