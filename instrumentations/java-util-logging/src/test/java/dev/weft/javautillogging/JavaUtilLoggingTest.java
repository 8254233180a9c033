// SPDX-License-Identifier: Apache-2.0
package dev.weft.javautillogging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.LogContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JavaUtilLoggingTest extends LogContract {
  private final Logger logger = Logger.getLogger(LOGGER);
  private final List<String> handled = new ArrayList<>();

  @BeforeEach
  void handle() {
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.ALL);
    logger.addHandler(new Calling(handled::add));
  }

  @AfterEach
  void release() {
    for (Handler handler : logger.getHandlers()) {
      logger.removeHandler(handler);
    }
  }

  @Override
  protected Map<String, Integer> severities() {
    return Map.of(
        "FINEST", 1, "FINER", 5, "FINE", 6, "CONFIG", 7, "INFO", 9, "WARNING", 13, "SEVERE", 17);
  }

  @Override
  protected void log(String level, String text, @Nullable Throwable thrown) {
    logger.log(Level.parse(level), text, thrown);
  }

  @Override
  protected void from(String level) {
    logger.setLevel(Level.parse(level));
  }

  @Override
  protected void logAgain() {
    Logger other = Logger.getLogger("bridge");
    other.setUseParentHandlers(false);
    logger.addHandler(new Calling(other::info));
  }

  @Override
  protected List<String> handled() {
    return handled;
  }

  @Test
  void arguments_areInTheBody() {
    logger.log(Level.INFO, "{0} orders", 3);

    take("3 orders");
    assertThat(handled).containsExactly("{0} orders");
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

  /** Hands messages on. */
  private static final class Calling extends Handler {
    private final Consumer<String> consumer;

    Calling(Consumer<String> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void publish(LogRecord record) {
      consumer.accept(record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
