// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave.target;

import java.io.Serializable;
import java.util.function.Supplier;

/** A class of an application that must keep its shape. */
@SuppressWarnings("serial")
public class StoredGreeter implements Supplier<String>, Serializable {
  @Override
  public String get() {
    return "hello";
  }
}
