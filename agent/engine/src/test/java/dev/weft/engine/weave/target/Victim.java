// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave.target;

import java.util.function.Supplier;

/** A class of an application, woven with an advice that fails. */
public class Victim implements Supplier<String> {
  @Override
  public String get() {
    return "hello";
  }
}
