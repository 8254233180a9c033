// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the log records of every logging library have in common. A library's test extends this, and
 * says how the library logs; its logger hands what it logs to nobody but the test.
 */
public abstract class LogContract {
  /** The agent that the library is woven by. */
  @RegisterExtension protected static final AgentExtension agent = AgentExtension.create();

  /** The name of the logger. */
  protected static final String LOGGER = "shop.Orders";

  private static final int INFO = 9;
  private static final int WARN = 13;
  private static final int ERROR = 17;

  /** Says which number each level has as a severity, by the level's name. */
  protected abstract Map<String, Integer> severities();

  /** Logs a text at a level, all of which are on. */
  protected abstract void log(String level, String text, @Nullable Throwable thrown);

  /** Switches all levels below one off. */
  protected abstract void from(String level);

  /** Has all that is logged from now on logged again by a logger of another name. */
  protected abstract void logAgain();

  /** Says what the library has handed on, as it was written. */
  protected abstract List<String> handled();

  /** Waits for a record, and returns it. */
  protected static RecordedLog take(String body) {
    return agent.telemetry().awaitLog(log -> log.body().equals(body));
  }

  private String level(int severity) {
    return severities().entrySet().stream()
        .filter(one -> one.getValue() == severity)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  @Test
  void record_insideSpan_isOfThatSpan() throws Exception {
    agent.inSpan("parent", () -> log(level(INFO), "inside", null));

    RecordedSpan parent = agent.telemetry().takeSpan("parent");
    RecordedLog log = take("inside");
    assertThat(log.traceId()).isEqualTo(parent.traceId());
    assertThat(log.spanId()).isEqualTo(parent.spanId());
    assertThat(log.scope().name()).isEqualTo(LOGGER);
    assertThat(log.scope().version()).isEmpty();
    assertThat(log.attributes()).isEmpty();
    assertThat(log.timeNanos())
        .as("by a clock of its own")
        .isBetween(parent.startNanos() - 10_000_000, parent.endNanos() + 10_000_000);
    assertThat(log.observedNanos())
        .as("in whole milliseconds")
        .isGreaterThanOrEqualTo(log.timeNanos() / 1_000_000 * 1_000_000);
    assertThat(handled()).containsExactly("inside");
  }

  @Test
  void record_outsideSpans_isOfNone() {
    log(level(INFO), "alone", null);

    RecordedLog log = take("alone");
    assertThat(log.traceId()).isEmpty();
    assertThat(log.spanId()).isEmpty();
  }

  @Test
  void level_becomesASeverity() {
    severities().keySet().forEach(level -> log(level, "at " + level, null));

    severities()
        .forEach(
            (level, severity) -> {
              RecordedLog log = take("at " + level);
              assertThat(log.severityNumber()).as(level).isEqualTo(severity);
              assertThat(log.severityText()).isEqualTo(level);
            });
  }

  @Test
  void exception_isDescribed() {
    log(level(ERROR), "failed", new IllegalStateException("no stock"));

    RecordedLog log = take("failed");
    assertThat(log.attributes())
        .containsOnlyKeys("exception.type", "exception.message", "exception.stacktrace")
        .containsEntry("exception.type", "java.lang.IllegalStateException")
        .containsEntry("exception.message", "no stock");
    assertThat((String) log.attributes().get("exception.stacktrace"))
        .startsWith("java.lang.IllegalStateException: no stock\n\tat ");
  }

  @Test
  void level_thatIsOff_recordsNothing() {
    from(level(WARN));

    log(level(INFO), "unwanted", null);
    log(level(WARN), "wanted", null);

    take("wanted");
    assertThat(agent.telemetry().logs()).extracting(RecordedLog::body).doesNotContain("unwanted");
    assertThat(handled()).containsExactly("wanted");
  }

  @Test
  void record_loggedAgain_isRecordedOnce() {
    logAgain();

    log(level(INFO), "bridged", null);
    log(level(INFO), "after it", null);

    take("after it");
    assertThat(agent.telemetry().logs())
        .filteredOn(log -> log.body().equals("bridged"))
        .extracting(log -> log.scope().name())
        .containsExactly(LOGGER);
  }
}
