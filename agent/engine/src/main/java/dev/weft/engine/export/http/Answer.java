// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.http;

import io.opentelemetry.sdk.common.export.HttpResponse;

/** What a receiver has answered, and what that means for the connection. Immutable. */
final class Answer implements HttpResponse {
  private final int status;
  private final String reason;
  private final byte[] body;
  private final String retryAfter;
  private final boolean reusable;

  /**
   * Creates it.
   *
   * @param retryAfter the header of this name, empty if there was none
   * @param reusable whether the connection can take another request
   */
  Answer(int status, String reason, byte[] body, String retryAfter, boolean reusable) {
    this.status = status;
    this.reason = reason;
    this.body = body;
    this.retryAfter = retryAfter;
    this.reusable = reusable;
  }

  @Override
  public int getStatusCode() {
    return status;
  }

  @Override
  public String getStatusMessage() {
    return reason;
  }

  @Override
  public byte[] getResponseBody() {
    return body;
  }

  String retryAfter() {
    return retryAfter;
  }

  boolean isReusable() {
    return reusable;
  }
}
