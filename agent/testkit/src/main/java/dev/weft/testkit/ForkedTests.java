// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Set;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the tests of a folder of classes as a program, in a JVM that was started with the agent. */
public final class ForkedTests {
  private ForkedTests() {}

  /**
   * Runs them, prints {@code tests: N, skipped: N, failed: N} and the failures, and exits with 1 if
   * there is any, or if there is no test.
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
    launcher.execute(request, listener);
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
}
