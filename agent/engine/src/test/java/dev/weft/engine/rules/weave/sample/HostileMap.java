// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave.sample;

import java.util.AbstractMap;
import java.util.ConcurrentModificationException;
import java.util.Set;

/** Always being changed by somebody else. */
class HostileMap extends AbstractMap<String, Object> {
  @Override
  public Set<Entry<String, Object>> entrySet() {
    throw new ConcurrentModificationException("of the application");
  }

  @Override
  public int size() {
    return 1;
  }
}
