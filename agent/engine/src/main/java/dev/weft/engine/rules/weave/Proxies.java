// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

/**
 * Tells classes that frameworks make at run time to stand before others. They implement what those
 * implement and hand calls on, so that each call would be recorded twice; and there is no end of
 * their names.
 */
final class Proxies {
  /** Of the JDK, Spring, CGLIB, Hibernate, Javassist, ByteBuddy's own names, Weld, ArC. */
  private static final String[] PARTS = {
    "$Proxy",
    "CGLIB$$",
    "$$FastClass",
    "$$Enhancer",
    "$HibernateProxy$",
    "_$$_jvst",
    "$ByteBuddy$",
    "$$_WeldClientProxy",
    "_ClientProxy"
  };

  private Proxies() {}

  static boolean include(String internalName) {
    for (String part : PARTS) {
      if (internalName.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
