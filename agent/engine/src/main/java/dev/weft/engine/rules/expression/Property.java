// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import dev.weft.api.trace.Span;
import java.lang.reflect.Type;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A property of a value: {@code return.status}. Once a path has a {@code ?.}, nothing in the rest
 * of it fails for being null. Immutable.
 */
final class Property extends Expression {
  private final Expression from;
  private final String name;
  private final boolean orNull;

  Property(String text, Expression from, String name, boolean orNull) {
    super(text);
    this.from = from;
    this.name = name;
    this.orNull = orNull || lenient(from);
  }

  static boolean lenient(Expression expression) {
    return expression instanceof Property && ((Property) expression).orNull
        || expression instanceof Index && ((Index) expression).orNull();
  }

  @Override
  public boolean mentions(Root root) {
    return from.mentions(root);
  }

  @Override
  Value bind(Binding binding) throws ExpressionProblem {
    if (from instanceof Name && ((Name) from).is("duration")) {
      return Durations.property(name, Moment::durationNanos);
    }
    return of(from.bind(binding), name, orNull, binding);
  }

  /** Binds a property of a value that is bound. */
  static Value of(Value from, String name, boolean orNull, Binding binding)
      throws ExpressionProblem {
    Class<?> raw = Generics.raw(from.type());
    if (raw == Span.class) {
      return SpanProperty.of(from, name);
    }
    if (raw == Durations.class) {
      return Durations.property(name, SpanProperty::durationNanos);
    }
    Accessor accessor = binding.accessors.find(from.type(), name);
    ExpressionProblem ofNull = new ExpressionProblem("there is no ." + name + " of null");
    boolean thrown = raw == Throwable.class; // may be of any class
    if (accessor == null && (raw == Object.class || thrown)) {
      accessor = new RuntimeAccessor(name, thrown && orNull, binding.accessors);
    }
    if (accessor == null) {
      Collection<String> names = binding.accessors.names(from.type());
      String message = raw.getSimpleName() + " has no " + name + " that may be read";
      throw ExpressionProblem.unknown(message, name, names);
    }
    return new Read(from, accessor, orNull, ofNull);
  }

  /** What is read, and of what. */
  private static final class Read extends Value {
    private final Value from;
    private final Accessor accessor;
    private final boolean orNull;
    private final ExpressionProblem ofNull;

    Read(Value from, Accessor accessor, boolean orNull, ExpressionProblem ofNull) {
      super(boxed(accessor.type));
      this.from = from;
      this.accessor = accessor;
      this.orNull = orNull;
      this.ofNull = ofNull;
    }

    @Override
    public @Nullable Object of(Moment moment) throws Throwable {
      Object target = from.of(moment);
      if (target != null) {
        return Texts.plain(accessor.of(target));
      }
      if (orNull) {
        return null;
      }
      throw ofNull;
    }
  }

  private static Type boxed(Type type) {
    return type == boolean.class ? Boolean.class : type;
  }
}
