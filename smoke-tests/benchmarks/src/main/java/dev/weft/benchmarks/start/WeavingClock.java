// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * An agent that is there twice, before another one and after it, and so is handed each class before
 * and after the other has looked at it. When the JVM ends it writes how many classes there were,
 * how many were changed, and the CPU of both and of the first change in nanoseconds, into the file
 * that a system property names. Classes that the other agent loads meanwhile are part of its time,
 * and not counted again.
 */
public final class WeavingClock implements ClassFileTransformer {
  static final String FILE = "benchmarks.weaving-clock";
  static final String BEFORE = "before";
  static final String AFTER = "after";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final ThreadLocal<Deque<Look>> LOOKS = ThreadLocal.withInitial(ArrayDeque::new);
  private static long seen;
  private static long seenNanos;
  private static long changed;
  private static long changedNanos;
  private static long firstNanos;

  private final boolean before;

  private WeavingClock(boolean before) {
    this.before = before;
  }

  /** Called by the JVM before the main class, once for each place. */
  public static void premain(String place, Instrumentation instrumentation) {
    boolean before = place.equals(BEFORE);
    LOOKS.get().push(new Look("", 0, 0));
    // so that all classes that a look takes are there before the first
    LOOKS.get().clear();
    THREADS.getCurrentThreadCpuTime();
    instrumentation.addTransformer(new WeavingClock(before), true);
    if (!before) {
      Runtime.getRuntime().addShutdownHook(new Thread(WeavingClock::write));
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (internalName != null) {
      Deque<Look> looks = LOOKS.get();
      if (before) {
        looks.push(new Look(internalName, classFile.length, THREADS.getCurrentThreadCpuTime()));
      } else {
        end(looks, internalName, classFile.length);
      }
    }
    return null;
  }

  private static void end(Deque<Look> looks, String name, int length) {
    long now = THREADS.getCurrentThreadCpuTime();
    while (!looks.isEmpty()) {
      Look look = looks.pop();
      if (look.name.equals(name)) {
        if (looks.isEmpty()) {
          count(now - look.nanos, look.length != length);
        }
        return;
      }
    }
  }

  private static synchronized void count(long nanos, boolean different) {
    seen++;
    seenNanos += nanos;
    if (different) {
      firstNanos = changed == 0 ? nanos : firstNanos;
      changed++;
      changedNanos += nanos;
    }
  }

  private static synchronized void write() {
    try {
      String counts =
          seen + " " + seenNanos + " " + changed + " " + changedNanos + " " + firstNanos;
      Files.writeString(Path.of(System.getProperty(FILE)), counts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Look(String name, int length, long nanos) {}
}
