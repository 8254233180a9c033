// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression.sample;

import java.util.AbstractList;
import java.util.Date;
import java.util.Iterator;

/** Objects of an application of which nothing must be called but accessors. */
public final class Traps {
  private Traps() {}

  /** Throws for everything that the JDK's own classes like to call. */
  @SuppressWarnings("ComparableType")
  public static final class Trap implements Comparable<Trap>, CharSequence {
    public final String id;

    /** Creates one. */
    public Trap(String id) {
      this.id = id;
    }

    @Override
    public boolean equals(Object other) {
      throw new AssertionError("equals");
    }

    @Override
    public int hashCode() {
      throw new AssertionError("hashCode");
    }

    @Override
    public String toString() {
      throw new AssertionError("toString");
    }

    @Override
    public int compareTo(Trap other) {
      throw new AssertionError("compareTo");
    }

    @Override
    public int length() {
      throw new AssertionError("length");
    }

    @Override
    public char charAt(int index) {
      throw new AssertionError("charAt");
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      throw new AssertionError("subSequence");
    }
  }

  /** A number of the application. */
  public static final class OwnNumber extends Number {
    private static final long serialVersionUID = 1L;

    @Override
    public int intValue() {
      throw new AssertionError("intValue");
    }

    @Override
    public long longValue() {
      throw new AssertionError("longValue");
    }

    @Override
    public float floatValue() {
      throw new AssertionError("floatValue");
    }

    @Override
    public double doubleValue() {
      throw new AssertionError("doubleValue");
    }
  }

  /** A date of the application. */
  public static final class OwnDate extends Date {
    private static final long serialVersionUID = 1L;

    @Override
    public long getTime() {
      throw new AssertionError("getTime");
    }

    @Override
    public java.time.Instant toInstant() {
      throw new AssertionError("toInstant");
    }
  }

  /** A list that knows its size only. */
  public static final class SizeOnly extends AbstractList<String> {
    @Override
    public String get(int index) {
      throw new IllegalStateException("get");
    }

    @Override
    public Iterator<String> iterator() {
      throw new IllegalStateException("iterator");
    }

    @Override
    public int size() {
      return 3;
    }
  }

  /** A list of as many elements as one likes. */
  public static final class Long extends AbstractList<Integer> {
    private final int size;

    /** How often an element was asked for. */
    public int asked;

    /** Creates one. */
    public Long(int size) {
      this.size = size;
    }

    @Override
    public Integer get(int index) {
      asked++;
      return index;
    }

    @Override
    public int size() {
      return size;
    }
  }

  /** A getter that takes its time. */
  public static final class Slow {
    /** Sleeps. */
    public String getAnswer() throws InterruptedException {
      Thread.sleep(1);
      return "late";
    }
  }

  /** An object that holds itself. */
  public static final class Cycle {
    public final Cycle self = this;
    public final Object[] array = {this};
  }
}
