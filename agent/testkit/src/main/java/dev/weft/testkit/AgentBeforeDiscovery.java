// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the agent of an instrumentation's tests before JUnit looks for them: reading the methods
 * of a test class loads the library's types that they mention, and those would never be woven.
 */
public final class AgentBeforeDiscovery implements LauncherSessionListener {
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (TelemetryPromise.isGiven()) {
      AgentUnderTest.get();
    }
  }
}
