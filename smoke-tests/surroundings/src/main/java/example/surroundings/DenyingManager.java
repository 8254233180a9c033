// SPDX-License-Identifier: Apache-2.0
package example.surroundings;

import java.security.Permission;

/** A security manager that denies one permission, named by a system property, to everybody. */
@SuppressWarnings("removal")
public final class DenyingManager extends SecurityManager {
  private final String denied = System.getProperty("denied");

  @Override
  public void checkPermission(Permission permission) {
    if (permission.getName().equals(denied)) {
      throw new SecurityException("nobody has " + denied);
    }
  }
}
