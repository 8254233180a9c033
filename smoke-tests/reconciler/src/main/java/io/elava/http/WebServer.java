// SPDX-License-Identifier: Apache-2.0
package io.elava.http;

/** A servlet container. */
public interface WebServer {

  /**
   * Starts to listen on the loopback interface.
   *
   * @param port 0 for any free port
   * @return the port in use
   */
  int start(int port);

  /** Lets running requests end, then stops. */
  void stop();
}
