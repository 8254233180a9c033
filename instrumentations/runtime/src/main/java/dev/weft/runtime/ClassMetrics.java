// SPDX-License-Identifier: Apache-2.0
package dev.weft.runtime;

import dev.weft.api.metrics.Metrics;
import dev.weft.api.metrics.Observable;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;

/** How many classes were loaded and unloaded. */
final class ClassMetrics implements Observable.Source {
  private static final String LOADED = "jvm.class.loaded";
  private static final String UNLOADED = "jvm.class.unloaded";
  private static final String PRESENT = "jvm.class.count";

  private final String name;
  private final ClassLoadingMXBean classes;

  private ClassMetrics(String name, ClassLoadingMXBean classes) {
    this.name = name;
    this.classes = classes;
  }

  static void observe() {
    Observable.Type total = Observable.Type.COUNTER;
    observe(LOADED, "Number of classes loaded since JVM start.", total);
    observe(UNLOADED, "Number of classes unloaded since JVM start.", total);
    Observable.Type now = Observable.Type.UP_DOWN_COUNTER;
    observe(PRESENT, "Number of classes currently loaded.", now);
  }

  private static void observe(String name, String description, Observable.Type type) {
    ClassMetrics metric = new ClassMetrics(name, ManagementFactory.getClassLoadingMXBean());
    Metrics.observe(JvmMetrics.SCOPE, name, "{class}", description, type, metric);
  }

  @Override
  public void observe(Observable.Observer to) {
    to.value(count(), JvmMetrics.NONE);
  }

  private long count() {
    switch (name) {
      case LOADED:
        return classes.getTotalLoadedClassCount();
      case UNLOADED:
        return classes.getUnloadedClassCount();
      default:
        return classes.getLoadedClassCount();
    }
  }
}
