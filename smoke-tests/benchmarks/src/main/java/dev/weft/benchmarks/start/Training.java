// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.start;

import dev.weft.benchmarks.Subject;
import java.io.IOException;

/**
 * Has a JVM write an archive, and another one use it once. There are JVMs that crash over either:
 * then there is none, which is said, and shown by the table.
 */
final class Training {
  private Training() {}

  static void of(Application application, State state, Subject subject)
      throws IOException, InterruptedException {
    String name = application.name();
    try {
      application.run(state.training(subject, name));
    } catch (IllegalStateException crashed) {
      say(application, state, subject, "crashes over writing one");
      state.discard(subject, name);
      return;
    }
    if (state.megabytes(subject, name) == 0) {
      say(application, state, subject, "writes none");
      return;
    }
    try {
      application.run(state.launch(subject, name));
    } catch (IllegalStateException crashed) {
      say(application, state, subject, "crashes with it");
      state.discard(subject, name);
    }
  }

  private static void say(Application application, State state, Subject subject, String what) {
    System.out.println(
        application.name() + ", " + state + ": the JVM " + what + " under " + subject.label());
  }
}
