// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import dev.weft.engine.Log;
import dev.weft.engine.rules.file.ConfiguredRules;
import java.io.File;

/**
 * Looks at the rule files every other second, and once, a while after the start or when the JVM
 * ends before that, for rules that matched nothing.
 */
final class RuleWatch implements Runnable {
  private static final long MS_BETWEEN_LOOKS = 2_000;
  private static final long MS_TO_MATCH = 30_000;

  private final RuleWeaving weaving;
  private final ConfiguredRules configured;
  private String known;
  private boolean reported;

  /** Creates it; what the files are like now is what {@code weaving} is about to read. */
  RuleWatch(RuleWeaving weaving, ConfiguredRules configured) {
    this.weaving = weaving;
    this.configured = configured;
    this.known = state();
  }

  void start() {
    Thread thread = new Thread(this, "weft-rules");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
    Thread atEnd = new Thread(this::report, "weft-rules-end");
    atEnd.setContextClassLoader(null);
    Runtime.getRuntime().addShutdownHook(atEnd);
  }

  @Override
  public void run() {
    long start = System.nanoTime();
    while (true) {
      try {
        Thread.sleep(MS_BETWEEN_LOOKS);
        String now = state();
        if (!now.equals(known)) {
          known = now;
          weaving.reload();
        }
        if ((System.nanoTime() - start) / 1_000_000 > MS_TO_MATCH) {
          report();
        }
      } catch (InterruptedException goOn) {
        // an application may interrupt every thread that it finds
      } catch (Throwable thrown) {
        Log.line("rules: a change was not taken: " + Log.cause(thrown));
      }
    }
  }

  private synchronized void report() {
    if (!reported) {
      reported = true;
      weaving.reportUnmatched();
    }
  }

  /** Which files there are, when they were changed, and how long they are. */
  private String state() {
    StringBuilder state = new StringBuilder();
    for (File file : configured.files()) {
      state.append(file).append('|').append(file.lastModified());
      state.append('|').append(file.length()).append('\n');
    }
    return state.toString();
  }
}
