// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts that one attribute of a metric may have: the first ones, up to a bound. One attribute
 * of too many texts then does not take the series of the others. Thread-safe.
 */
final class KnownTexts {
  /** What all further texts become. */
  static final String OTHER = "other";

  private static final int MOST = 200;

  private final int most;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /**
   * Creates it.
   *
   * @param most how many; 0 for as many as usual
   */
  KnownTexts(int most) {
    this.most = most == 0 ? MOST : most;
  }

  /** Returns the text, or what stands for all that are too many. */
  String known(String text) {
    if (known.contains(text)) {
      return text;
    }
    // racing threads can pass the bound by one each
    if (known.size() >= most) {
      return OTHER;
    }
    known.add(text);
    return text;
  }
}
