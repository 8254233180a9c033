// SPDX-License-Identifier: Apache-2.0
package io.elava.http;

/** The servlet container could not start or stop. */
public final class WebServerException extends RuntimeException {

  WebServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
