// SPDX-License-Identifier: Apache-2.0
package dev.weft.runtime;

import static dev.weft.runtime.JvmMetrics.NONE;
import static dev.weft.runtime.JvmMetrics.SCOPE;

import dev.weft.api.metrics.Metrics;
import dev.weft.api.metrics.Observable;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;

/** How many classes were loaded and unloaded. */
final class ClassMetrics {
  private ClassMetrics() {}

  static void observe() {
    ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
    Metrics.observe(
        SCOPE,
        "jvm.class.loaded",
        "{class}",
        "Number of classes loaded since JVM start.",
        Observable.Type.COUNTER,
        to -> to.value(classes.getTotalLoadedClassCount(), NONE));
    Metrics.observe(
        SCOPE,
        "jvm.class.unloaded",
        "{class}",
        "Number of classes unloaded since JVM start.",
        Observable.Type.COUNTER,
        to -> to.value(classes.getUnloadedClassCount(), NONE));
    Metrics.observe(
        SCOPE,
        "jvm.class.count",
        "{class}",
        "Number of classes currently loaded.",
        Observable.Type.UP_DOWN_COUNTER,
        to -> to.value((long) classes.getLoadedClassCount(), NONE));
  }
}
