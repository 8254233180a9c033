// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.load;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stays in a JVM after load; read in the JVM itself, after its garbage was collected.
 *
 * @param heapBytes in use after two full collections
 * @param metaspaceBytes in use
 * @param classes that are loaded
 * @param threads names of the Java threads that live
 */
record Settled(double heapBytes, double metaspaceBytes, double classes, List<String> threads) {
  static final String QUESTION = "settled";

  static Settled read() {
    System.gc();
    System.gc();
    double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    double metaspace = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getName().equals("Metaspace")) {
        metaspace = pool.getUsage().getUsed();
      }
    }
    double classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    return new Settled(heap, metaspace, classes, names());
  }

  private static List<String> names() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).sorted().toList();
  }

  String text() {
    String names = threads.stream().map(Settled::plain).collect(Collectors.joining("|"));
    return heapBytes + " " + metaspaceBytes + " " + classes + " " + names;
  }

  private static String plain(String name) {
    return name.replaceAll("[|\\s]", "_");
  }

  static Settled of(String text) {
    String[] parts = text.trim().split(" ");
    return new Settled(
        Double.parseDouble(parts[0]),
        Double.parseDouble(parts[1]),
        Double.parseDouble(parts[2]),
        Arrays.asList(parts[3].split("\\|")));
  }
}
