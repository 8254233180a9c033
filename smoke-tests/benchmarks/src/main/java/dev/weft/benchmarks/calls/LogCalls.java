// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.calls;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import dev.weft.benchmarks.stub.StubRequest;
import dev.weft.benchmarks.stub.StubResponse;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.slf4j.LoggerFactory;

/**
 * A line of Logback that says in which trace it was logged. {@value #LINES} lines are logged in
 * each request, so that the span of the request hardly counts.
 */
@SuppressWarnings("NullAway.Init") // JMH calls what is annotated with @Setup first
public class LogCalls extends Calls {
  private static final int LINES = 1000;

  private final HttpServlet servlet = new Logging();
  private final StubRequest request = new StubRequest();
  private final StubResponse response = new StubResponse();
  private final LoggedLines lines = new LoggedLines();
  private Logger logger;

  /** Sets up Logback. */
  @Setup
  public void open() {
    LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(logback);
    encoder.setPattern("%X{trace_id} %level %logger - %msg%n");
    encoder.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(logback);
    appender.setEncoder(encoder);
    appender.setOutputStream(lines);
    appender.start();
    logger = logback.getLogger("shop");
    logger.setAdditive(false);
    logger.addAppender(appender);
  }

  /** Logs lines in one request. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public int log() throws ServletException, IOException {
    request.recycle();
    servlet.service(request, response);
    return response.getStatus();
  }

  @Override
  protected long identified() {
    return lines.identified();
  }

  private final class Logging extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      for (int i = 0; i < LINES; i++) {
        calls++;
        logger.info("order placed");
      }
    }
  }
}
