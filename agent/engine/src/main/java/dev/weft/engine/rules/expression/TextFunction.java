// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Functions of texts, and others of single values; of null they yield null. */
final class TextFunction extends Value {
  private static final List<String> OF_NOTHING = Arrays.asList("random");
  private static final List<String> OF_ONE =
      Arrays.asList("size", "lower", "upper", "generate", "simpleName", "text");
  private static final List<String> OF_TWO =
      Arrays.asList("join", "startsWith", "endsWith", "contains");
  private static final List<String> OF_THREE = Arrays.asList("replace");
  private static final List<List<String>> BY_ARGUMENTS =
      Arrays.asList(OF_NOTHING, OF_ONE, OF_TWO, OF_THREE);

  private final String name;
  private final Value[] given;

  private TextFunction(String name, Value[] given) {
    super(type(name));
    this.name = name;
    this.given = given;
  }

  static Value bind(String name, Value[] given) {
    return new TextFunction(name, given);
  }

  static Collection<String> names() {
    List<String> names = new ArrayList<>();
    BY_ARGUMENTS.forEach(names::addAll);
    return names;
  }

  static boolean known(String name) {
    return arguments(name) >= 0;
  }

  /** Returns how many arguments a function takes, or -1. */
  static int arguments(String name) {
    for (int i = 0; i < BY_ARGUMENTS.size(); i++) {
      if (BY_ARGUMENTS.get(i).contains(name)) {
        return i;
      }
    }
    return -1;
  }

  private static Class<?> type(String name) {
    switch (name) {
      case "size":
        return Long.class;
      case "startsWith":
      case "endsWith":
      case "contains":
        return Boolean.class;
      default:
        return String.class;
    }
  }

  @Override
  public @Nullable Object of(Moment moment) throws Throwable {
    if (given.length == 0) {
      return Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
    }
    Object first = given[0].of(moment);
    if (first == null) {
      return type() == Boolean.class ? (Object) false : type() == Long.class ? (Object) 0L : null;
    }
    switch (name) {
      case "size":
        return first instanceof CharSequence
            ? (Object) (long) ((CharSequence) first).length()
            : (Object) (long) Elements.of(first).size();
      case "simpleName":
        return (first instanceof Class ? (Class<?>) first : first.getClass()).getSimpleName();
      case "join":
        return joined(first, moment);
      case "contains":
        return contains(first, given[1].of(moment), moment);
      case "startsWith":
      case "endsWith":
        Object part = given[1].of(moment);
        return part != null && isAtEnd(Texts.of(first), Texts.of(part));
      default:
        return ofText(Texts.of(first), moment);
    }
  }

  private Object joined(Object list, Moment moment) throws Throwable {
    StringBuilder whole = new StringBuilder();
    String between = argument(1, moment);
    boolean any = false;
    for (Object element : Elements.of(list)) {
      moment.element();
      if (element != null) {
        if (any) {
          Texts.append(whole, between);
        }
        any = true;
        Texts.append(whole, element);
      }
    }
    return whole.toString();
  }

  private boolean isAtEnd(String text, String part) {
    return name.equals("startsWith") ? text.startsWith(part) : text.endsWith(part);
  }

  /** A text contains another, a list an element that equals. */
  private static boolean contains(Object first, @Nullable Object part, Moment moment)
      throws ExpressionProblem {
    Collection<?> elements = Elements.orNull(first);
    if (elements == null) {
      return part != null && Texts.of(first).contains(Texts.of(part));
    }
    for (Object element : elements) {
      moment.element();
      if (Comparison.equal(Texts.plain(element), part)) {
        return true;
      }
    }
    return false;
  }

  private Object ofText(String text, Moment moment) throws Throwable {
    switch (name) {
      case "lower":
        return text.toLowerCase(Locale.ROOT);
      case "upper":
        return text.toUpperCase(Locale.ROOT);
      case "replace":
        return Texts.cut(text.replace(argument(1, moment), argument(2, moment)));
      default:
        return text;
    }
  }

  private String argument(int index, Moment moment) throws Throwable {
    Object value = given[index].of(moment);
    return value == null ? "" : Texts.of(value);
  }
}
