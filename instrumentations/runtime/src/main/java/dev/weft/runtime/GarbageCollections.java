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
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/** How long each garbage collection took. Needs jdk.management. */
final class GarbageCollections implements NotificationListener {
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
        ((NotificationEmitter) collector).addNotificationListener(collections, null, null);
      }
    }
  }

  @Override
  public void handleNotification(Notification notification, @Nullable Object handback) {
    if (!notification
        .getType()
        .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      return;
    }
    GarbageCollectionNotificationInfo collection =
        GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
    double seconds = collection.getGcInfo().getDuration() / MILLIS_PER_SECOND;
    duration.record(seconds, Labels.of(collection.getGcAction(), collection.getGcName()), null);
  }
}
