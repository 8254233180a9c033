// SPDX-License-Identifier: Apache-2.0
package example.orders;

/** How good a customer is. */
public enum Tier {
  BASIC,
  GOLD
}
