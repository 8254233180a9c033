// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

/** Goes through a collection for something other than an expression. */
public final class Looking {
  private Looking() {}

  /**
   * Runs something for each element, which is {@link Moment#each} meanwhile.
   *
   * @throws Throwable where the collection cannot be had, or a bound is exceeded
   */
  public static void at(Value collection, Moment moment, Runnable run) throws Throwable {
    Object outer = moment.each;
    try {
      for (Object element : Elements.of(collection.of(moment))) {
        moment.element();
        moment.each = element;
        run.run();
      }
    } finally {
      moment.each = outer;
    }
  }
}
