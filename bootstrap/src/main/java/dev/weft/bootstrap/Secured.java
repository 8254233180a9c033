// SPDX-License-Identifier: Apache-2.0
package dev.weft.bootstrap;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.security.AccessController;
import java.security.PrivilegedAction;
import org.jspecify.annotations.Nullable;

/**
 * The start under a security manager, in the boot loader's copies of these classes: they may do
 * everything, and hand that on to the agent. To what is on the class path a policy grants only what
 * it names, and no policy names an agent.
 */
public final class Secured {
  private Secured() {}

  /** Called by the copy of {@link AgentPremain} that the JVM has loaded from the class path. */
  public static void launch(
      final @Nullable String arguments, final Instrumentation instrumentation, final File jar) {
    if (!isTheJvms(instrumentation)) {
      return;
    }
    AccessController.doPrivileged(
        new PrivilegedAction<Boolean>() {
          @Override
          public Boolean run() {
            AgentPremain.launch(arguments, instrumentation, jar);
            return true;
          }
        });
  }

  /** Nobody else can make one: who is not the JVM must not start a jar of his own like this. */
  private static boolean isTheJvms(@Nullable Instrumentation instrumentation) {
    try {
      return instrumentation != null
          && instrumentation.getClass()
              == Class.forName("sun.instrument.InstrumentationImpl", false, null);
    } catch (ClassNotFoundException another) {
      return false;
    }
  }
}
