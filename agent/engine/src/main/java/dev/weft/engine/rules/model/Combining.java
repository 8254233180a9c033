// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.model;

/** How several values become one. */
public enum Combining {
  SUM,
  COUNT,
  MIN,
  MAX,
  FIRST,
  LAST
}
