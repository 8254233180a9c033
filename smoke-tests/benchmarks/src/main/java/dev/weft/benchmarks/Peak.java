// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Watches the high-water mark of a process's resident set, which the kernel keeps, but not beyond
 * the process's end. Looks often at first, for a short process, and seldom later.
 */
final class Peak {
  private static final long LONGEST_MILLIS = 50;

  private final long pid;
  private volatile double megabytes;

  private Peak(long pid) {
    this.pid = pid;
  }

  static Peak of(long pid) {
    Peak peak = new Peak(pid);
    Thread watcher = new Thread(peak::watch, "peak");
    watcher.setDaemon(true);
    watcher.start();
    return peak;
  }

  double megabytes() {
    return megabytes;
  }

  private void watch() {
    long start = System.nanoTime();
    try {
      for (double seen = look(); seen > 0; seen = look()) {
        megabytes = Math.max(megabytes, seen);
        long elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Thread.sleep(Math.min(LONGEST_MILLIS, 1 + elapsed / 200));
      }
    } catch (IOException ended) {
      // there is nothing more to see
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private double look() throws IOException {
    return ProcessFile.megabytes(pid, "VmHWM");
  }
}
