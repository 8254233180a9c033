// SPDX-License-Identifier: Apache-2.0
package example.orders;

/** Something that is done again and again. */
public abstract class Job {

  /** Does it once, and returns of how many things. */
  public abstract int run(String reason);
}
