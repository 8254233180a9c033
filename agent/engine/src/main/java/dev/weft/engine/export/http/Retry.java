// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import io.opentelemetry.exporter.internal.RetryUtil;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Which failures pass, and how long to wait for that: the SDK's policy. Immutable. */
final class Retry {
  private static final double LEAST_JITTER = 0.8;
  private static final double MOST_JITTER = 1.2;

  private final @Nullable RetryPolicy policy;

  /**
   * Creates it.
   *
   * @param policy null if nothing is tried again
   */
  Retry(@Nullable RetryPolicy policy) {
    this.policy = policy;
  }

  /** Whether an answer may be another one later. */
  boolean isPassing(Answer answer) {
    return policy != null
        && RetryUtil.retryableHttpResponseCodes().contains(answer.getStatusCode());
  }

  /** Whether what kept a request from being answered may be over later. */
  boolean isPassing(IOException failure) {
    if (policy == null) {
      return false;
    }
    Predicate<IOException> told = policy.getRetryExceptionPredicate();
    if (told != null) {
      return told.test(failure);
    }
    if (failure instanceof SSLException) {
      return failure.getCause() instanceof EOFException; // the other end of it has gone
    }
    return !(failure instanceof ProtocolException);
  }

  /**
   * Waits before another attempt. Returns false if there is not to be one: because of the policy,
   * or because the deadline comes first.
   *
   * @param retryAfter what the receiver says about it, empty if nothing
   */
  boolean hasWaited(int attempts, String retryAfter, Deadline deadline) {
    if (policy == null || attempts >= policy.getMaxAttempts()) {
      return false;
    }
    long told = told(retryAfter);
    return deadline.hasWaited(told >= 0 ? told : backOff(policy, attempts));
  }

  private static long backOff(RetryPolicy policy, int attempts) {
    double longest = policy.getMaxBackoff().toNanos();
    double pause = policy.getInitialBackoff().toNanos();
    for (int i = 1; i < attempts; i++) {
      pause = Math.min(pause, longest) * policy.getBackoffMultiplier();
    }
    double jitter = ThreadLocalRandom.current().nextDouble(LEAST_JITTER, MOST_JITTER);
    return (long) (Math.min(pause, longest) * jitter);
  }

  /** Seconds or a date; -1 if it is neither. */
  private static long told(String retryAfter) {
    if (retryAfter.isEmpty()) {
      return -1;
    }
    try {
      return TimeUnit.SECONDS.toNanos(Math.max(0, Long.parseLong(retryAfter)));
    } catch (NumberFormatException date) {
      return untilDate(retryAfter);
    }
  }

  private static long untilDate(String text) {
    try {
      ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      long millis = date.toInstant().toEpochMilli() - System.currentTimeMillis();
      return TimeUnit.MILLISECONDS.toNanos(Math.max(0, millis));
    } catch (DateTimeParseException e) {
      return -1;
    }
  }
}
