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
import dev.weft.testkit.LogContract;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LogbackAppenderTest extends LogContract {
  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger logger = context.getLogger(LOGGER);
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

  @Override
  protected Map<String, Integer> severities() {
    return Map.of("TRACE", 1, "DEBUG", 5, "INFO", 9, "WARN", 13, "ERROR", 17);
  }

  @Override
  protected void log(String level, String text, @Nullable Throwable thrown) {
    logger.atLevel(org.slf4j.event.Level.valueOf(level)).setCause(thrown).log(text);
  }

  @Override
  protected void from(String level) {
    logger.setLevel(Level.valueOf(level));
  }

  @Override
  protected void logAgain() {
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
  }

  @Override
  protected List<String> handled() {
    return appended.list.stream().map(ILoggingEvent::getMessage).toList();
  }

  @Test
  void arguments_areInTheBody_andTheDiagnosticContextIsNowhere() {
    MDC.put("user", "ada");

    logger.info("{} orders", 3);

    assertThat(take("3 orders").attributes()).as("it may be secret").isEmpty();
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
}
