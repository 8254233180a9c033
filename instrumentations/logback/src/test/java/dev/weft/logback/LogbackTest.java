// SPDX-License-Identifier: Apache-2.0
package dev.weft.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.read.ListAppender;
import dev.weft.testkit.AgentExtension;
import dev.weft.testkit.RecordedSpan;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LogbackTest {
  private static final String PATTERN = "[%X{trace_id}|%X{span_id}|%X{trace_flags}|%X{user}] %m";

  @RegisterExtension static final AgentExtension agent = AgentExtension.create();

  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger logger = context.getLogger("dev.weft.logback.LogbackTest");
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @BeforeEach
  void takeLoggerOver() {
    logger.setAdditive(false);
    logger.setLevel(Level.INFO);
  }

  @AfterEach
  void releaseLogger() {
    logger.detachAndStopAllAppenders();
    MDC.clear();
  }

  @Test
  void pattern_insideSpan() throws Exception {
    logger.addAppender(writing(pattern()));
    MDC.put("user", "ada");

    agent.inSpan("parent", () -> logger.info("hello"));

    RecordedSpan parent = agent.telemetry().takeSpan("parent");
    assertThat(written())
        .isEqualTo("[" + parent.traceId() + "|" + parent.spanId() + "|03|ada] hello");
  }

  @Test
  void pattern_outsideSpans() {
    logger.addAppender(writing(pattern()));

    logger.info("hello");

    assertThat(written()).isEqualTo("[|||] hello");
  }

  @Test
  void pattern_afterSpan() throws Exception {
    logger.addAppender(writing(pattern()));
    agent.inSpan("parent", () -> {});

    logger.info("hello");

    agent.telemetry().takeSpan("parent");
    assertThat(written()).isEqualTo("[|||] hello");
  }

  @Test
  void fluentApi_insideSpan() throws Exception {
    logger.addAppender(writing(pattern()));

    agent.inSpan("parent", () -> logger.atWarn().setMessage("hello").log());

    RecordedSpan parent = agent.telemetry().takeSpan("parent");
    assertThat(written()).startsWith("[" + parent.traceId() + "|" + parent.spanId() + "|03|]");
  }

  @Test
  void jsonEncoder_insideSpan() throws Exception {
    logger.addAppender(writing(new JsonEncoder()));

    agent.inSpan("parent", () -> logger.info("hello"));

    RecordedSpan parent = agent.telemetry().takeSpan("parent");
    assertThat(written())
        .contains("\"trace_id\":\"" + parent.traceId() + "\"")
        .contains("\"span_id\":\"" + parent.spanId() + "\"");
  }

  @Test
  void asyncAppender_insideSpan() throws Exception {
    AsyncAppender async = new AsyncAppender();
    async.setContext(context);
    async.addAppender(writing(pattern()));
    logger.addAppender(started(async));
    MDC.put("user", "ada");

    agent.inSpan("parent", () -> logger.info("hello"));

    RecordedSpan parent = agent.telemetry().takeSpan("parent");
    async.stop(); // waits until the queue is empty
    assertThat(written())
        .isEqualTo("[" + parent.traceId() + "|" + parent.spanId() + "|03|ada] hello");
  }

  @Test
  void asyncAppender_outsideSpans() {
    AsyncAppender async = new AsyncAppender();
    async.setContext(context);
    async.addAppender(writing(pattern()));
    logger.addAppender(started(async));

    logger.info("hello");

    async.stop();
    assertThat(written()).isEqualTo("[|||] hello");
  }

  @Test
  void event_readInsideAnotherSpan() throws Exception {
    ListAppender<ILoggingEvent> kept = started(new ListAppender<>());
    logger.addAppender(kept);
    agent.inSpan("first", () -> logger.info("hello"));

    agent.inSpan("second", () -> kept.list.get(0).getMDCPropertyMap());

    agent.telemetry().takeSpan("second");
    assertThat(kept.list.get(0).getMDCPropertyMap())
        .containsEntry("span_id", agent.telemetry().takeSpan("first").spanId());
  }

  @Test
  void event_loggedAgainInsideAnotherSpan() throws Exception {
    ListAppender<ILoggingEvent> kept = started(new ListAppender<>());
    logger.addAppender(kept);
    agent.inSpan("first", () -> logger.info("hello"));

    agent.inSpan("second", () -> logger.callAppenders(kept.list.get(0)));

    agent.telemetry().takeSpan("second");
    assertThat(kept.list.get(1).getMDCPropertyMap())
        .containsEntry("span_id", agent.telemetry().takeSpan("first").spanId());
  }

  @Test
  void userKey_wins() throws Exception {
    logger.addAppender(writing(pattern()));
    MDC.put("trace_id", "mine");

    agent.inSpan("parent", () -> logger.info("hello"));

    RecordedSpan parent = agent.telemetry().takeSpan("parent");
    assertThat(written()).isEqualTo("[mine|" + parent.spanId() + "|03|] hello");
  }

  @Test
  void applicationsContext_unchanged() throws Exception {
    ListAppender<ILoggingEvent> kept = started(new ListAppender<>());
    logger.addAppender(kept);
    MDC.put("user", "ada");

    agent.inSpan("parent", () -> logger.info("hello"));

    agent.telemetry().takeSpan("parent");
    assertThat(kept.list.get(0).getMDCPropertyMap())
        .containsOnlyKeys("user", "trace_id", "span_id", "trace_flags");
    assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("user", "ada"));
  }

  private PatternLayoutEncoder pattern() {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setPattern(PATTERN);
    return encoder;
  }

  private Appender<ILoggingEvent> writing(Encoder<ILoggingEvent> encoder) {
    encoder.setContext(context);
    encoder.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(written);
    return started(appender);
  }

  private <A extends Appender<ILoggingEvent>> A started(A appender) {
    appender.setContext(context);
    appender.start();
    return appender;
  }

  private String written() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
