// SPDX-License-Identifier: Apache-2.0
package dev.weft.runtime;

import com.sun.management.GarbageCollectionNotificationInfo;
import dev.weft.api.metrics.Histogram;
import dev.weft.api.metrics.Labels;
import dev.weft.api.metrics.Metrics;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** How long each garbage collection took. Needs jdk.management. */
final class GarbageCollections {
  private static final double[] SECONDS = {0.01, 0.1, 1, 10};
  private static final double MILLIS_PER_SECOND = 1000;

  private final Histogram duration =
      Metrics.histogram(
          JvmMetrics.SCOPE,
          "jvm.gc.duration",
          "s",
          "Duration of JVM garbage collection actions.",
          SECONDS,
          "jvm.gc.action",
          "jvm.gc.name");

  private GarbageCollections() {}

  static void observe() {
    GarbageCollections collections = new GarbageCollections();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter) {
        ((NotificationEmitter) collector)
            .addNotificationListener(
                (notification, handback) -> collections.happened(notification),
                GarbageCollections::isCollection,
                null);
      }
    }
  }

  private static boolean isCollection(Notification notification) {
    return GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(
        notification.getType());
  }

  private void happened(Notification notification) {
    GarbageCollectionNotificationInfo collection =
        GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
    double seconds = collection.getGcInfo().getDuration() / MILLIS_PER_SECOND;
    duration.record(seconds, Labels.of(collection.getGcAction(), collection.getGcName()), null);
  }
}
