// SPDX-License-Identifier: Apache-2.0
package io.elava.notify;

/** A notification was not delivered. */
public final class NotificationException extends RuntimeException {

  NotificationException(String message, Throwable cause) {
    super(message, cause);
  }
}
