// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression.sample;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** An application: one method with arguments of all kinds, and the types that it knows. */
public class Domain {
  private final String hidden = "of the object";

  /** The method. */
  @SuppressWarnings({"TooManyParameters", "ParameterNumber"})
  Optional<Resource> run(
      List<Change> changes,
      Map<String, Resource> byId,
      Optional<Resource> found,
      List<? extends Change> wild,
      Object any,
      Bean bean,
      int i,
      long l,
      short s,
      byte b,
      float f,
      double d,
      char c,
      boolean flag,
      String text,
      int[] ints,
      String[] texts,
      Kind kind,
      Duration took,
      Instant at,
      BigDecimal money,
      Set<String> words,
      Map<Kind, Integer> counts,
      Map<Integer, String> numbered) {
    return found;
  }

  /** One that returns nothing. */
  void nothing() {}

  /** An enum with properties, one constant of which has a class of its own. */
  public enum Kind {
    ADDED("added"),
    TAG_DRIFT("tag-drift") {
      @Override
      public int rank() {
        return 5;
      }
    },
    DISAPPEARED("gone");

    private final String value;

    Kind(String value) {
      this.value = value;
    }

    String value() {
      return value;
    }

    /** How bad it is. */
    public int rank() {
      return 1;
    }
  }

  /** A resource. */
  public record Resource(String id, Kind kind, Map<String, String> tags) {
    /** What a record's methods may do as well. */
    public boolean isTagged() {
      return !tags.isEmpty();
    }
  }

  /** A change of one. */
  public record Change(
      Kind type,
      Resource current,
      Resource previous,
      int weight,
      double cost,
      Optional<String> owner) {}

  /** A generic super class. */
  static class Holder<T> {
    T content;
    List<T> all = List.of();
    Map<String, T> named = Map.of();

    T getFirst() {
      return all.get(0);
    }
  }

  /** What cannot be called has thrown when it was. */
  public static class Bean extends Holder<Resource> {
    public static String shared = "static";

    private String name = "secret";
    private final long serial = 42;
    private final String fluent = "not asked";
    private final int other = 1;

    public String getTitle() {
      return "title";
    }

    public OptionalInt getSome() {
      return OptionalInt.of(7);
    }

    public OptionalInt getNone() {
      return OptionalInt.empty();
    }

    public OptionalLong getMany() {
      return OptionalLong.of(8);
    }

    public OptionalDouble getPart() {
      return OptionalDouble.of(0.5);
    }

    public boolean isReady() {
      return true;
    }

    boolean hasOwner() {
      return false;
    }

    public String fluent() {
      return "fluent";
    }

    /** Not of the type of its field. */
    public String other() {
      throw new AssertionError("called");
    }

    /** Whoever calls it has to close what comes. */
    public InputStream getStream() {
      throw new AssertionError("called");
    }

    public long getAndIncrement() {
      throw new AssertionError("called");
    }

    public String delete() {
      throw new AssertionError("called");
    }

    public String cents() {
      return "12";
    }

    public void getNothing() {
      throw new AssertionError("called");
    }

    public String getOf(int index) {
      throw new AssertionError("called");
    }

    public static String getStatic() {
      throw new AssertionError("called");
    }

    public String getFailing() {
      throw new IllegalStateException("on purpose");
    }

    @Override
    public String toString() {
      throw new AssertionError("called");
    }

    /** Sets what is inherited. */
    public void hold(Resource one, List<Resource> list, Map<String, Resource> map) {
      content = one;
      all = list;
      named = map;
    }

    /** So that the field is one that is read. */
    String nameForTests() {
      return name + serial + other;
    }

    /** So that it is not final. */
    public void rename(String to) {
      name = to;
    }
  }

  /** Text of a field, for the compiler. */
  String hidden() {
    return hidden;
  }
}
