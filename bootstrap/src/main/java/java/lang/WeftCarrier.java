// SPDX-License-Identifier: Apache-2.0
package java.lang;

/**
 * Implemented by woven classes whose instances carry a value of ours in a field, so that it lives
 * and dies with the object. Classes that were loaded before the agent cannot gain a field.
 */
public interface WeftCarrier {
  /** Returns the carried value, or null. */
  Object weft$value();

  /** Replaces the carried value. */
  void weft$value(Object value);
}
