// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import java.security.Permission;

/** Permits everything, and says of each file that is written and each port that is opened. */
@SuppressWarnings({"removal", "deprecation"})
public final class Guard extends SecurityManager {
  @Override
  public void checkPermission(Permission permission) {}

  @Override
  public void checkPermission(Permission permission, Object context) {}

  @Override
  public void checkWrite(String file) {
    say("writes " + file);
  }

  @Override
  public void checkDelete(String file) {
    say("deletes " + file);
  }

  @Override
  public void checkListen(int port) {
    say("listens on " + port);
  }

  @Override
  public void checkExec(String command) {
    say("runs " + command);
  }

  private static void say(String what) {
    System.err.println("guard: " + what);
  }
}
