// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

/** Thrown for a class that cannot be woven because of what it is: no fault of anybody's. */
final class UnweavableClass extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnweavableClass(String why) {
    super(why, null, false, false);
  }
}
