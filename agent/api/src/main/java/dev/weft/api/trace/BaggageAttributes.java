// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

/** Copies entries of the baggage to a span that starts. Thread-safe; never throws. */
public interface BaggageAttributes {
  /**
   * Sets attributes.
   *
   * @param baggage the text of W3C's header
   */
  void copy(String baggage, Span span);
}
