// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

/** A servlet container with the application under test; each runs in a class loader of its own. */
public interface ServletServer {
  /** The context path of the application. */
  String CONTEXT = "/app";

  /**
   * Starts the container on a free port of loopback.
   *
   * @param application the name of the class that has the servlets and the filter
   * @return the port
   */
  int start(String application) throws Exception;

  /** Stops the container. */
  void stop() throws Exception;
}
