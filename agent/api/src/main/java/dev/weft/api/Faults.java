// SPDX-License-Identifier: Apache-2.0
package dev.weft.api;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/**
 * For code of an instrumentation that a library calls back, outside of any advice: what it throws
 * it hands in here, so that it is counted like a fault of an advice. Thread-safe; never throws.
 */
public final class Faults {
  private static final Set<String> SWITCHED_OFF = ConcurrentHashMap.newKeySet();
  private static final Map<String, LongAdder> COUNTS = new ConcurrentHashMap<>();

  private Faults() {}

  /**
   * Counts a fault, and at first reports it.
   *
   * @param instrumentation the instrumentation's name
   * @param where the simple name of the class that threw
   */
  public static void swallowed(String instrumentation, String where, Throwable thrown) {
    WeftBridge.fault(thrown, instrumentation + "|" + where);
  }

  /**
   * Counts a fault, to be exported.
   *
   * @param source the name of an instrumentation or scope: one of a few
   */
  public static void count(String source) {
    COUNTS.computeIfAbsent(source, first -> new LongAdder()).increment();
  }

  /** Visits the number of faults of each source that had any. */
  public static void counts(BiConsumer<String, Long> visitor) {
    COUNTS.forEach((source, count) -> visitor.accept(source, count.sum()));
  }

  /** Returns whether an instrumentation has been switched off after too many faults. */
  public static boolean switchedOff(String instrumentation) {
    return !SWITCHED_OFF.isEmpty() && SWITCHED_OFF.contains(instrumentation);
  }

  /** Called by the engine when it switches an instrumentation off. */
  public static void switchOff(String instrumentation) {
    SWITCHED_OFF.add(instrumentation);
  }
}
