// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import dev.weft.api.trace.Span;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element of a list or an array, null where there is none, or what a map has under a key.
 * Immutable.
 */
final class Index extends Expression {
  private final Expression from;
  private final Expression index;

  Index(String text, Expression from, Expression index) {
    super(text);
    this.from = from;
    this.index = index;
  }

  boolean orNull() {
    return Property.lenient(from);
  }

  @Override
  public boolean mentions(Root root) {
    return from.mentions(root) || index.mentions(root);
  }

  @Override
  Value bind(Binding binding) throws ExpressionProblem {
    Value of = from.bind(binding);
    Value at = index.bind(binding);
    if (Generics.raw(of.type()) == Span.class) {
      String key = index.constantName();
      if (key == null) {
        throw new ExpressionProblem("an attribute of a span is asked by a text: span[\"key\"]");
      }
      return SpanProperty.attribute(key);
    }
    Type element = Elements.type(of.type());
    boolean lenient = orNull();
    return new Value(element) {
      @Override
      public @Nullable Object of(Moment moment) throws Throwable {
        Object target = of.of(moment);
        if (target == null && !lenient) {
          throw new ExpressionProblem("there is no [" + index + "] of null");
        }
        return target == null ? null : Texts.plain(at(target, at.of(moment), moment));
      }
    };
  }

  private static @Nullable Object at(Object target, @Nullable Object index, Moment moment)
      throws ExpressionProblem {
    if (target instanceof Map) {
      return MapEntry.of((Map<?, ?>) target, index);
    }
    if (!(index instanceof Long)) {
      throw new ExpressionProblem("an index is a whole number, not " + index);
    }
    long at = (Long) index;
    if (Elements.orNull(target) == null) {
      throw new ExpressionProblem("a " + target.getClass().getName() + " has no elements");
    }
    if (at < 0 || at >= ContainerAccessor.size(target)) {
      return null;
    }
    if (target instanceof List) {
      return ((List<?>) target).get((int) at);
    }
    return target instanceof Collection
        ? nth((Collection<?>) target, at, moment)
        : Array.get(target, (int) at);
  }

  private static @Nullable Object nth(Collection<?> elements, long index, Moment moment)
      throws ExpressionProblem {
    Iterator<?> iterator = elements.iterator();
    for (long i = 0; i < index && iterator.hasNext(); i++) {
      moment.element();
      iterator.next();
    }
    return iterator.hasNext() ? iterator.next() : null;
  }
}
