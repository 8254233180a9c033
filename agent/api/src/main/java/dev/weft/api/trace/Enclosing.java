// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

/**
 * An operation that wants to know what happens below it, whoever records that. Set on a span with
 * {@link Span#enclosing(Enclosing)}, it is handed on to each span that is started as a child,
 * grandchild and so on, unless one of them sets its own, which then tells this one.
 *
 * <p>Called by whatever thread ends a span or observes something: thread-safe, quick, never throws.
 */
public interface Enclosing {
  /** Takes a span that has ended, sampled or not, the one that this was set on included. */
  void ended(Span span);

  /**
   * Takes something that no span tells.
   *
   * @param signal what it is, such as {@code aws.throttled}
   * @param count how often
   */
  void observed(String signal, long count);
}
