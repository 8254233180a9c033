// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave.target;

import java.util.function.Function;
import java.util.function.Supplier;

/** Methods of all shapes, each called by its name. */
public final class Shapes implements Supplier<String>, Function<String, Object> {
  private final String name;
  private int count;

  /** Creates it. */
  public Shapes() {
    this("shapes");
  }

  private Shapes(String given) {
    if (given.isEmpty()) {
      name = "empty";
      return;
    }
    String text = given.length() > 3 ? given : given + given;
    name = text;
  }

  @Override
  public String get() {
    return name;
  }

  /** Calls a method. */
  @Override
  public Object apply(String method) {
    switch (method) {
      case "nothing":
        nothing();
        return count;
      case "wide":
        return wide(3, 4.5);
      case "loop":
        return loop("a", 3);
      case "choice yes":
        return choice("yes");
      case "choice maybe":
        return choice("maybe");
      case "caught":
        return caught("text");
      case "array":
        return array(new int[2], 1.5f).length;
      case "thrower":
        thrower("thrown");
        return "not reached";
      case "twice":
        return twice(7);
      case "frail":
        return frail(7);
      case "frailThrower":
        frailThrower();
        return "not reached";
      case "empty":
        return new Shapes("").get();
      default:
        throw new AssertionError(method);
    }
  }

  private void nothing() {
    count++;
  }

  private static long wide(long first, double second) {
    long sum = first;
    first = 5;
    return sum + first + (long) second;
  }

  private String loop(String text, int times) {
    while (times > 0) {
      String more = text + times;
      text = more;
      times--;
    }
    return text;
  }

  private boolean choice(String text) {
    try {
      switch (text) {
        case "yes":
          return true;
        case "no":
          return false;
        default:
          throw new IllegalArgumentException(text);
      }
    } catch (IllegalStateException never) {
      return false;
    } finally {
      count++;
    }
  }

  private synchronized double caught(Object first) {
    try {
      return ((Number) first).doubleValue();
    } catch (ClassCastException expected) {
      double nan = Double.NaN;
      return nan;
    }
  }

  private Object[] array(int[] first, float second) {
    synchronized (this) {
      return new Object[] {first.length, second};
    }
  }

  private void thrower(String text) {
    throw new IllegalStateException(text);
  }

  private int twice(int number) {
    return 2 * number;
  }

  private int frail(int number) {
    try {
      return number + 1;
    } catch (RuntimeException mine) {
      return -1;
    }
  }

  private void frailThrower() {
    throw new IllegalStateException("its own");
  }
}
