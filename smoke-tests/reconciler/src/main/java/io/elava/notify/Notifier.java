// SPDX-License-Identifier: Apache-2.0
package io.elava.notify;

import io.elava.model.NotificationReceipt;
import java.util.concurrent.CompletableFuture;

/** Tells people. Safe for use by several threads. */
public interface Notifier {

  /**
   * Sends and waits for the answer.
   *
   * @throws NotificationException if the channel refuses or cannot be reached
   */
  NotificationReceipt notify(Notification notification);

  /** Sends; the future fails with {@link NotificationException} where {@link #notify} throws. */
  CompletableFuture<NotificationReceipt> notifyAsync(Notification notification);
}
