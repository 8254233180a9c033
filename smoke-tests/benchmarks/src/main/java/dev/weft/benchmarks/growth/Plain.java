// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.growth;

/** The super class of synthetic classes, and no type that anybody instruments. */
public class Plain {
  /** Creates one. */
  public Plain() {}
}
