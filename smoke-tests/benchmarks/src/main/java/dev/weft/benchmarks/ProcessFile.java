// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of a process, under {@code /proc}. */
final class ProcessFile {
  private static final double TICKS_PER_MILLI = 0.1; // USER_HZ is 100 on all that Java runs on

  private ProcessFile() {}

  /** CPU time of all threads so far, those that have ended included; in steps of 10 ms. */
  static double cpuMillis(long pid) throws IOException {
    return cpuMillis(Files.readString(Path.of("/proc", String.valueOf(pid), "stat")));
  }

  /**
   * CPU time so far of the threads of which the name begins so, as long as they live; in steps of
   * 10 ms each. Linux keeps 15 characters of a name.
   */
  static double cpuMillis(long pid, String threads) throws IOException {
    double millis = 0;
    try (DirectoryStream<Path> tasks =
        Files.newDirectoryStream(Path.of("/proc", String.valueOf(pid), "task"))) {
      for (Path task : tasks) {
        String stat = read(task.resolve("stat"));
        if (stat.startsWith(threads, stat.indexOf('(') + 1)) {
          millis += cpuMillis(stat);
        }
      }
    }
    return millis;
  }

  /** Empty for a thread that has just ended. */
  private static String read(Path stat) {
    try {
      return Files.readString(stat);
    } catch (IOException ended) {
      return "";
    }
  }

  /** The name of the program or thread, in parentheses, may contain anything. */
  private static double cpuMillis(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_MILLI;
  }

  /** A line of its status that is in kB: VmRSS, VmHWM. 0 if it is about to end and has none. */
  static double megabytes(long pid, String name) throws IOException {
    String status = Files.readString(Path.of("/proc", String.valueOf(pid), "status"));
    int start = status.indexOf(name + ":");
    if (start < 0) {
      return 0;
    }
    String line = status.substring(start + name.length() + 1, status.indexOf('\n', start));
    return Long.parseLong(line.strip().split(" ")[0]) / 1024.0;
  }
}
