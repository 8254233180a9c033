// SPDX-License-Identifier: Apache-2.0
package dev.weft.logbackappender;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.read.ListAppender;
import dev.weft.testkit.AgentExtension;
import dev.weft.testkit.RecordedLog;
import dev.weft.testkit.RecordedSpan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LogbackAppenderTest {
  private static final String NAME = "shop.Orders";

  @RegisterExtension static final AgentExtension agent = AgentExtension.create();

  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger logger = context.getLogger(NAME);
  private final ListAppender<ILoggingEvent> appended = new ListAppender<>();

  @BeforeEach
  void append() {
    logger.setAdditive(false);
    logger.setLevel(Level.ALL);
    appended.start();
    logger.addAppender(appended);
  }

  @AfterEach
  void release() {
    logger.detachAndStopAllAppenders();
    MDC.clear();
  }

  private static RecordedLog take(String body) {
    return agent.telemetry().awaitLog(log -> log.body().equals(body));
  }

  @Test
  void event_insideSpan_isOfThatSpan() throws Exception {
    MDC.put("user", "ada");

    agent.inSpan("parent", () -> logger.info("{} orders", 3));

    RecordedSpan parent = agent.telemetry().takeSpan("parent");
    RecordedLog log = take("3 orders");
    assertThat(log.traceId()).isEqualTo(parent.traceId());
    assertThat(log.spanId()).isEqualTo(parent.spanId());
    assertThat(log.scope().name()).isEqualTo(NAME);
    assertThat(log.scope().version()).isEmpty();
    assertThat(log.attributes()).as("the diagnostic context may be secret").isEmpty();
    assertThat(log.timeNanos())
        .as("by a clock of its own")
        .isBetween(parent.startNanos() - 10_000_000, parent.endNanos() + 10_000_000);
    assertThat(appended.list).hasSize(1);
  }

  @Test
  void event_outsideSpans_isOfNone() {
    logger.info("alone");

    RecordedLog log = take("alone");
    assertThat(log.traceId()).isEmpty();
    assertThat(log.spanId()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"TRACE, 1", "DEBUG, 5", "INFO, 9", "WARN, 13", "ERROR, 17"})
  void level_becomesASeverity(String level, int severity) {
    logger.atLevel(org.slf4j.event.Level.valueOf(level)).log("at " + level);

    RecordedLog log = take("at " + level);
    assertThat(log.severityNumber()).isEqualTo(severity);
    assertThat(log.severityText()).isEqualTo(level);
  }

  @Test
  void exception_isDescribed() {
    logger.error("failed", new IllegalStateException("no stock"));

    RecordedLog log = take("failed");
    assertThat(log.attributes())
        .containsOnlyKeys("exception.type", "exception.message", "exception.stacktrace")
        .containsEntry("exception.type", "java.lang.IllegalStateException")
        .containsEntry("exception.message", "no stock");
  }

  @Test
  void level_thatIsOff_recordsNothing() {
    logger.setLevel(Level.WARN);

    logger.info("unwanted");
    logger.warn("wanted");

    take("wanted");
    assertThat(agent.telemetry().logs()).extracting(RecordedLog::body).doesNotContain("unwanted");
  }

  @Test
  void event_thatWaitsInAQueue_isRecordedOnce() {
    AsyncAppender queue = new AsyncAppender();
    queue.setContext(context);
    queue.addAppender(appended);
    queue.start();
    logger.detachAppender(appended);
    logger.addAppender(queue);

    logger.info("queued");
    queue.stop();

    take("queued");
    assertThat(agent.telemetry().logs()).filteredOn(log -> log.body().equals("queued")).hasSize(1);
    assertThat(appended.list).hasSize(1);
  }

  @Test
  void event_loggedAgainByAnAppender_isRecordedOnce() {
    Logger other = context.getLogger("bridge");
    AppenderBase<ILoggingEvent> bridge =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            other.info(event.getMessage());
          }
        };
    bridge.start();
    logger.addAppender(bridge);

    logger.info("bridged");
    logger.info("after it");

    take("after it");
    assertThat(agent.telemetry().logs())
        .filteredOn(log -> log.body().equals("bridged"))
        .extracting(log -> log.scope().name())
        .containsExactly(NAME);
  }
}
