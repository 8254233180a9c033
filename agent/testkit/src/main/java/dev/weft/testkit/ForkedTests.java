// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the tests of a folder of classes as a program, in a JVM that was started with the agent. */
public final class ForkedTests {
  private ForkedTests() {}

  /**
   * Runs them, prints {@code tests: N, skipped: N, failed: N}, the failures, and {@code skipped:
   * why} for each that was; exits with 1 if any failed, or if there is no test.
   *
   * @param arguments the folder
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClasspathRoots(Set.of(Path.of(arguments[0]))))
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    Launcher launcher = LauncherFactory.create();
    launcher.execute(request, listener, new Skipped());
    TestExecutionSummary summary = listener.getSummary();
    PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
    summary.printFailuresTo(out, 20);
    long failed = summary.getTotalFailureCount();
    out.println(
        "tests: "
            + summary.getTestsFoundCount()
            + ", skipped: "
            + (summary.getTestsSkippedCount() + summary.getTestsAbortedCount())
            + ", failed: "
            + failed);
    System.exit(failed > 0 || summary.getTestsSucceededCount() == 0 ? 1 : 0);
  }

  /** Says why a test was skipped. */
  private static final class Skipped implements TestExecutionListener {
    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
      say(reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
        say(result.getThrowable().map(Throwable::getMessage).orElse("no reason is given"));
      }
    }

    @SuppressWarnings("SystemOut")
    private static void say(String reason) {
      System.out.println("skipped: " + reason);
    }
  }
}
