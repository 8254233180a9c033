// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine;

import java.security.AccessController;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;

/**
 * Does the agent's own work on the application's threads: under a security manager it is the agent
 * that is asked for permissions then, not whoever happens to load a class.
 */
public final class Privileged {
  /** The last that can have a security manager; later ones may lose the classes as well. */
  private static final int LAST = 23;

  private static final boolean POSSIBLE =
      possible(System.getProperty("java.specification.version"));

  private Privileged() {}

  private static boolean possible(String version) {
    try {
      return version.startsWith("1.") || Integer.parseInt(version) <= LAST;
    } catch (NumberFormatException later) {
      return false;
    }
  }

  /** Returns what the work returns, and throws what it throws. */
  public static <T> T call(PrivilegedExceptionAction<T> work) throws Exception {
    if (!POSSIBLE || System.getSecurityManager() == null) {
      return work.run();
    }
    try {
      return AccessController.doPrivileged(work);
    } catch (PrivilegedActionException e) {
      throw e.getException();
    }
  }
}
