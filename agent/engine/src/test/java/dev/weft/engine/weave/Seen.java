// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.util.ArrayList;
import java.util.List;

/** What advice says it was given; here, since advice has a class loader of its own. */
public final class Seen {
  private static final List<String> SEEN = new ArrayList<>();

  private Seen() {}

  /** Adds a line. */
  public static synchronized void add(String line) {
    SEEN.add(line);
  }

  static synchronized List<String> taken() {
    List<String> taken = new ArrayList<>(SEEN);
    SEEN.clear();
    return taken;
  }
}
