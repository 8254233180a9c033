// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import java.util.List;
import java.util.SortedMap;

/**
 * One thing that an agent tells, and what it says of it.
 *
 * @param kind such as {@code span CLIENT}; only things of one kind are compared
 * @param name that is the same in each run; several things may have it
 * @param facts by what they are about; those of a span are its own, without its children's
 * @param children in an order that is the same in each run
 */
record Item(String kind, String name, SortedMap<String, String> facts, List<Item> children) {

  /** Returns how it is called in the list of differences. */
  String label() {
    return (kind + " " + name).trim();
  }

  /**
   * Returns how likely it is that both stand for the same thing: 0 if they cannot, 2 if they have
   * the same name, and between if they have most facts in common.
   */
  double likeness(Item other) {
    if (!kind.equals(other.kind)) {
      return 0;
    }
    if (name.equals(other.name)) {
      return 2;
    }
    long common = facts.entrySet().stream().filter(other.facts.entrySet()::contains).count();
    double share = (double) common / Math.max(1, Math.max(facts.size(), other.facts.size()));
    return isKnownByName() || share < 0.4 ? 0 : share;
  }

  private boolean isKnownByName() {
    return !kind.startsWith("span") && !kind.equals("log") && !kind.startsWith("point");
  }
}
