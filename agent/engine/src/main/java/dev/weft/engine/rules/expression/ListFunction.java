// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through a list, with an expression about each element where there is one. */
final class ListFunction extends Value {
  private final String name;
  private final Value list;
  private final @Nullable Value about;

  private ListFunction(String name, Type type, Value list, @Nullable Value about) {
    super(type);
    this.name = name;
    this.list = list;
    this.about = about;
  }

  static int least(String name) {
    switch (name) {
      case "any":
      case "all":
      case "map":
      case "filter":
        return 2;
      default:
        return 1;
    }
  }

  static Value bind(String name, List<Expression> given, Binding binding) throws ExpressionProblem {
    Value list = given.get(0).bind(binding);
    Type element = Elements.type(list.type());
    Value about = null;
    if (given.size() == 2) {
      Binding within = binding.within(element);
      about = isPredicate(name) ? within.truth(given.get(1)) : given.get(1).bind(within);
    }
    return new ListFunction(name, type(name, element), list, about);
  }

  private static boolean isPredicate(String name) {
    switch (name) {
      case "sum":
      case "min":
      case "max":
      case "distinct":
      case "map":
        return false;
      default:
        return true;
    }
  }

  private static Type type(String name, Type element) {
    switch (name) {
      case "count":
        return Long.class;
      case "any":
      case "all":
        return Boolean.class;
      case "first":
        return element;
      case "distinct":
      case "map":
      case "filter":
        return Collection.class;
      default:
        return Object.class;
    }
  }

  @Override
  public @Nullable Object of(Moment moment) throws Throwable {
    Collection<?> elements = Elements.of(list.of(moment));
    if (about == null && name.equals("count")) {
      return (long) elements.size();
    }
    Collection<Object> kept = name.equals("distinct") ? new LinkedHashSet<>() : new ArrayList<>();
    long count = 0;
    Object outer = moment.it;
    try {
      for (Object element : elements) {
        moment.element();
        moment.it = element;
        Object value = about == null ? Texts.plain(element) : about.of(moment);
        switch (name) {
          case "first":
            if (about == null || Boolean.TRUE.equals(value)) {
              return Texts.plain(element);
            }
            break;
          case "any":
          case "all":
            if (Boolean.TRUE.equals(value) == name.equals("any")) {
              return name.equals("any");
            }
            break;
          case "count":
            count += Boolean.TRUE.equals(value) ? 1 : 0;
            break;
          default:
            keep(element, value, kept);
        }
      }
    } finally {
      moment.it = outer;
    }
    return result(count, kept);
  }

  private void keep(@Nullable Object element, @Nullable Object value, Collection<Object> kept)
      throws ExpressionProblem {
    if (name.equals("filter")) {
      if (Boolean.TRUE.equals(value) && element != null) {
        kept.add(element);
      }
    } else if (value != null) {
      // by content, not by what the application says is equal
      Object known = name.equals("distinct") ? AttributeValue.of(value) : value;
      if (known != null) {
        kept.add(known);
      }
    }
  }

  private @Nullable Object result(long count, Collection<Object> kept) throws ExpressionProblem {
    switch (name) {
      case "count":
        return count;
      case "first":
        return null;
      case "any":
        return false;
      case "all":
        return true;
      case "distinct":
      case "map":
      case "filter":
        return kept;
      default:
        return total(kept);
    }
  }

  private @Nullable Object total(Collection<Object> kept) throws ExpressionProblem {
    Object total = name.equals("sum") ? (Object) 0L : null;
    for (Object value : kept) {
      if (name.equals("sum")) {
        total = Comparison.result(total == null ? 0L : total, '+', value);
      } else if (total == null || Comparison.order(value, total) == (name.equals("min") ? -1 : 1)) {
        total = value;
      }
    }
    return total;
  }
}
