// SPDX-License-Identifier: Apache-2.0
package dev.weft.runtime;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.Weaver;

/** The JVM itself: memory, garbage collection, threads, classes and processors. Weaves nothing. */
public final class RuntimeInstrumentation implements LibraryInstrumentation {
  @Override
  public String name() {
    return "runtime";
  }

  @Override
  public void weave(Weaver weaver) {}

  @Override
  public void started() {
    ThreadMetrics.observe();
    ProcessorCount.observe();
    // a runtime image or module graph may lack java.management or jdk.management
    try {
      ClassMetrics.observe();
      MemoryMetrics.observe();
    } catch (LinkageError absent) {
      return;
    }
    try {
      GarbageCollections.observe();
      ProcessorMetrics.observe();
    } catch (LinkageError absent) {
      // the metrics above need no more than java.management
    }
  }
}
