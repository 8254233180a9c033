// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave.sample;

import java.util.AbstractList;
import java.util.Iterator;

/** Cannot be gone through. */
class BrokenList extends AbstractList<String> {
  @Override
  public String get(int index) {
    throw new IllegalStateException("of the application");
  }

  @Override
  public Iterator<String> iterator() {
    throw new IllegalStateException("of the application");
  }

  @Override
  public int size() {
    return 1;
  }
}
