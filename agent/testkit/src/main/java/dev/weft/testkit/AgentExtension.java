// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs a test class under the agent, and gives it what the agent exported, received over OTLP.
 *
 * <p>By default the agent is started in the test's own process, from the classes of the build, so
 * that breakpoints work everywhere. With {@code -javaagent} on the command line, and the system
 * property {@code testkit.port} for the port that it exports to, the same tests run under the
 * shipped jar.
 *
 * <p>After each test every span must have been claimed, and the agent must have said nothing that
 * the test did not take: what a test does not look at is how agents become noisy. In the test's own
 * process, all that a class recorded must be listed in the folder's {@code telemetry.yaml}.
 */
public final class AgentExtension
    implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private static final String MARKER = "testkit.marker";

  private final AgentUnderTest agent = AgentUnderTest.get();
  private final TelemetryPromise promise = new TelemetryPromise();

  private AgentExtension() {}

  /** Creates the extension, to be registered in a static field. */
  public static AgentExtension create() {
    return new AgentExtension();
  }

  /** Returns what has been received. */
  public RecordedTelemetry telemetry() {
    return agent.receiver().telemetry();
  }

  /** Runs an action in an INTERNAL span of the given name, which the test has to claim as well. */
  public <T> T inSpan(String name, Callable<T> action) throws Exception {
    Object span = agent.startSpan(name);
    Object before = agent.makeCurrent(span);
    try {
      return action.call();
    } finally {
      agent.makeCurrent(before);
      agent.end(span);
    }
  }

  /** Runs an action in an INTERNAL span of the given name, which the test has to claim as well. */
  public void inSpan(String name, Action action) throws Exception {
    inSpan(
        name,
        () -> {
          action.run();
          return "";
        });
  }

  /**
   * Runs an action in a span like {@link #inSpan(String, Action)}, and returns what was observed
   * below that and is in no span: how often, by the name of the signal.
   */
  public Map<String, Long> observedBelow(String name, Action action) throws Exception {
    Map<String, Long> observed = new ConcurrentHashMap<>();
    inSpan(
        name,
        () -> {
          agent.enclose(agent.current(), observed);
          action.run();
        });
    return observed;
  }

  /** Returns whether a span is current on this thread. */
  public boolean spanIsCurrent() {
    return agent.current() != null;
  }

  /** Returns the lines that the agent has printed since the last call, and thereby accepts them. */
  public List<String> takeOutput() {
    return agent.output().take();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    flush();
    telemetry().clear();
    agent.output().take();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    flush();
    promise.note(telemetry());
    telemetry().assertAllClaimed();
    assertThat(agent.output().take()).as("unexpected output of the agent").isEmpty();
    assertThat(agent.current()).as("span that was left current on the test's thread").isNull();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (agent.isInProcess()) {
      promise.check(context.getRequiredTestClass(), telemetry());
    }
  }

  /** Spans are exported in the order in which they end: when the marker is there, all are. */
  private void flush() {
    Object before = agent.makeCurrent(null);
    agent.end(agent.startSpan(MARKER));
    agent.makeCurrent(before);
    telemetry().takeSpan(MARKER);
  }

  /** What a test does inside a span. */
  @FunctionalInterface
  public interface Action {
    /** Does it. */
    void run() throws Exception;
  }
}
