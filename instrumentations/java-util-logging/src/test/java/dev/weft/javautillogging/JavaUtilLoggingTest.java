// SPDX-License-Identifier: Apache-2.0
package dev.weft.javautillogging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.AgentExtension;
import dev.weft.testkit.RecordedLog;
import dev.weft.testkit.RecordedSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaUtilLoggingTest {
  private static final String NAME = "shop.Orders";

  @RegisterExtension static final AgentExtension agent = AgentExtension.create();

  private final Logger logger = Logger.getLogger(NAME);
  private final List<String> handled = new ArrayList<>();

  @BeforeEach
  void handle() {
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.ALL);
    logger.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            handled.add(record.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
  }

  @AfterEach
  void release() {
    logger.removeHandler(logger.getHandlers()[0]);
  }

  private static RecordedLog take(String body) {
    return agent.telemetry().awaitLog(log -> log.body().equals(body));
  }

  @Test
  void record_insideSpan_isOfThatSpan() throws Exception {
    agent.inSpan("parent", () -> logger.log(Level.INFO, "{0} orders", 3));

    RecordedSpan parent = agent.telemetry().takeSpan("parent");
    RecordedLog log = take("3 orders");
    assertThat(log.traceId()).isEqualTo(parent.traceId());
    assertThat(log.spanId()).isEqualTo(parent.spanId());
    assertThat(log.scope().name()).isEqualTo(NAME);
    assertThat(log.scope().version()).isEmpty();
    assertThat(log.attributes()).isEmpty();
    assertThat(log.timeNanos())
        .as("by a clock of its own")
        .isBetween(parent.startNanos() - 10_000_000, parent.endNanos() + 10_000_000);
    assertThat(log.observedNanos()).isGreaterThanOrEqualTo(log.timeNanos());
    assertThat(handled).containsExactly("{0} orders");
  }

  @Test
  void record_outsideSpans_isOfNone() {
    logger.info("alone");

    RecordedLog log = take("alone");
    assertThat(log.traceId()).isEmpty();
    assertThat(log.spanId()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FINEST, 1",
    "FINER, 5",
    "FINE, 6",
    "CONFIG, 7",
    "INFO, 9",
    "WARNING, 13",
    "SEVERE, 17"
  })
  void level_becomesASeverity(String level, int severity) {
    logger.log(Level.parse(level), "at " + level);

    RecordedLog log = take("at " + level);
    assertThat(log.severityNumber()).isEqualTo(severity);
    assertThat(log.severityText()).isEqualTo(level);
  }

  @Test
  void exception_isDescribed() {
    logger.log(Level.SEVERE, "failed", new IllegalStateException("no stock"));

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
    logger.setLevel(Level.WARNING);

    logger.info("unwanted");
    logger.warning("wanted");

    take("wanted");
    assertThat(agent.telemetry().logs()).extracting(RecordedLog::body).doesNotContain("unwanted");
    assertThat(handled).containsExactly("wanted");
  }

  @Test
  void record_loggedAgainByAHandler_isRecordedOnce() {
    Logger other = Logger.getLogger("bridge");
    other.setUseParentHandlers(false);
    logger.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            other.info(record.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });

    logger.info("bridged");
    logger.info("after it");
    logger.removeHandler(logger.getHandlers()[1]);

    take("after it");
    assertThat(agent.telemetry().logs())
        .filteredOn(log -> log.body().equals("bridged"))
        .extracting(log -> log.scope().name())
        .containsExactly(NAME);
  }

  @Test
  void record_thatCannotBeRead_doesNotSilenceItsThread() {
    logger.log(
        new LogRecord(Level.INFO, "unreadable") {
          @Override
          public ResourceBundle getResourceBundle() {
            throw new IllegalStateException("no bundle");
          }
        });

    logger.info("readable");

    take("readable");
    assertThat(agent.takeOutput()).singleElement().asString().contains("no bundle");
    assertThat(handled).containsExactly("unreadable", "readable");
  }
}
