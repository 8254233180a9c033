// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import java.lang.ref.WeakReference;

/** A servlet container that web applications come to and go from. */
public interface WebApplicationHost {
  /** Starts the container on a free port of loopback, and returns the port. */
  int start(String baseDirectory) throws Exception;

  /** Deploys the web application in a directory at {@link ServletServer#CONTEXT}. */
  void deploy(String directory) throws Exception;

  /** Undeploys it, and returns its class loader. */
  WeakReference<ClassLoader> undeploy() throws Exception;

  /** Stops the container. */
  void stop() throws Exception;
}
