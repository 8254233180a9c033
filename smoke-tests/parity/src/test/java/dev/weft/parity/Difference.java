// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

/**
 * One thing that the two agents say in different ways.
 *
 * @param what it is said of, as in {@link Item#label()}
 * @param fact what is said of it
 * @param weft what Weft says, {@link #ABSENT} if nothing
 * @param reference what the other says, {@link #ABSENT} if nothing
 */
record Difference(String what, String fact, String weft, String reference)
    implements Comparable<Difference> {
  static final String ABSENT = "absent";

  @Override
  public int compareTo(Difference other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return what + ", " + fact + ": Weft " + weft + ", reference " + reference;
  }
}
