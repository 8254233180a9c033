// SPDX-License-Identifier: Apache-2.0
package io.elava.executor;

import static io.elava.Samples.CLOCK;
import static io.elava.Samples.NOW;
import static io.elava.Samples.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.elava.model.Action;
import io.elava.model.Decision;
import io.elava.model.ExecutionResult;
import io.elava.model.ExecutionStatus;
import io.elava.model.SingleExecutionResult;
import io.elava.notify.WebhookNotifier;
import io.elava.stub.StubCloud;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecutorEngineTest {
  private final StubCloud stub = StubCloud.start(0);

  @AfterEach
  void close() {
    stub.close();
  }

  @Test
  void execute_notifiesAndAlertsAndKeepsTheOrder() {
    Executor executor = executor(stub.webhooks(), new SafetyChecks(false, false));

    ExecutionResult result =
        executor.execute(scan(1), List.of(decision(Action.ALERT), decision(Action.NOTIFY)));

    assertThat(result.successful()).isEqualTo(2);
    assertThat(result.results())
        .extracting(single -> single.decision().action())
        .containsExactly(Action.ALERT, Action.NOTIFY);
    assertThat(result.results()).allMatch(SingleExecutionResult::notificationSent);
    assertThat(stub.webhookRequests()).hasSize(2);
  }

  @Test
  void execute_reportsRefusedNotifications() {
    URI refusing = stub.endpoint().resolve("/no-such-webhook");
    Executor executor = executor(refusing, new SafetyChecks(false, false));

    ExecutionResult result =
        executor.execute(
            scan(1),
            List.of(decision(Action.ALERT), decision(Action.NOTIFY), decision(Action.AUDIT)));

    assertThat(result.failed()).isEqualTo(2);
    assertThat(result.partialFailure()).isTrue();
    assertThat(result.results().get(0).error()).isEqualTo("slack answered 400");
  }

  @Test
  void executeSingle_neverDeletesABlessedResource() {
    Executor executor = executor(stub.webhooks(), new SafetyChecks(false, false));

    SingleExecutionResult result = executor.executeSingle(scan(1), decision(Action.DELETE));

    assertThat(result.status()).isEqualTo(ExecutionStatus.SKIPPED);
    assertThat(result.skipReason()).isEqualTo("resource is blessed");
  }

  @Test
  void execute_doesNothingInADryRun() {
    Executor executor = executor(stub.webhooks(), new SafetyChecks(true, true));

    ExecutionResult result =
        executor.execute(scan(1), List.of(decision(Action.ALERT), decision(Action.NOTIFY)));

    assertThat(result.skipped()).isEqualTo(2);
    assertThat(stub.webhookRequests()).isEmpty();
  }

  private static Executor executor(URI webhooks, SafetyChecks safety) {
    return new ExecutorEngine(new WebhookNotifier(webhooks), safety, CLOCK);
  }

  private static Decision decision(Action action) {
    return new Decision(action, "i-1", "ec2", "staging", "because", true, null, NOW, Map.of());
  }
}
