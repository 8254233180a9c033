// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import dev.weft.engine.rules.expression.sample.Domain;
import dev.weft.engine.rules.expression.sample.Domain.Bean;
import dev.weft.engine.rules.expression.sample.Domain.Change;
import dev.weft.engine.rules.expression.sample.Domain.Kind;
import dev.weft.engine.rules.expression.sample.Domain.Resource;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out expressions in one call of {@link Domain}'s method, whose arguments can be set. */
final class Trial extends Moment {
  static final List<String> NAMES =
      List.of(
          "changes",
          "byId",
          "found",
          "wild",
          "any",
          "bean",
          "i",
          "l",
          "s",
          "b",
          "f",
          "d",
          "c",
          "flag",
          "text",
          "ints",
          "texts",
          "kind",
          "took",
          "at",
          "money",
          "words",
          "counts",
          "numbered");

  private static final Domain SELF = new Domain();
  private static final Method RUN =
      Arrays.stream(Domain.class.getDeclaredMethods())
          .filter(method -> method.getName().equals("run"))
          .findFirst()
          .orElseThrow();

  final Map<String, Object> arguments = new LinkedHashMap<>();
  final Map<String, Object> context = new LinkedHashMap<>();
  final Map<String, Object> below = new LinkedHashMap<>();
  private final Set<String> allowed;
  Object result;
  Throwable failure;
  long nanos;

  Trial(String... allowed) {
    this.allowed = Set.of(allowed);
    Resource one = new Resource("r1", Kind.ADDED, Map.of("team", "blue", "size", "L"));
    Resource two = new Resource("r2", Kind.DISAPPEARED, Map.of());
    List<Change> changes = new ArrayList<>();
    changes.add(new Change(Kind.ADDED, one, null, 1, 0.5, Optional.of("ann")));
    changes.add(new Change(Kind.TAG_DRIFT, one, two, 2, 1.25, Optional.empty()));
    changes.add(new Change(Kind.TAG_DRIFT, two, two, 3, 0.25, Optional.of("bob")));
    Bean bean = new Bean();
    Object[] values = {
      changes,
      Map.of("r1", one, "r.2", two),
      Optional.of(one),
      changes,
      one,
      bean,
      7,
      8L,
      (short) 9,
      (byte) 10,
      1.5f,
      2.25,
      'x',
      true,
      "Some Text",
      new int[] {4, 5, 6},
      new String[] {"a", "b"},
      Kind.TAG_DRIFT,
      Duration.ofMillis(1500),
      Instant.parse("2025-10-10T14:23:45Z"),
      new BigDecimal("12.50"),
      new LinkedHashSet<>(List.of("x", "y")),
      Map.of(Kind.ADDED, 3),
      Map.of(5, "five"),
    };
    for (int i = 0; i < values.length; i++) {
      arguments.put(NAMES.get(i), values[i]);
    }
    result = Optional.of(one);
    beginWithTime();
  }

  /** Begins a moment whose time is never up, however busy the machine is. */
  void beginWithTime() {
    begin(System.nanoTime() + 600_000_000_000L);
  }

  Trial with(String argument, Object value) {
    if (!arguments.containsKey(argument)) {
      throw new IllegalArgumentException(argument);
    }
    arguments.put(argument, value);
    return this;
  }

  /** The value of an expression with its class, such as {@code Long 3}. */
  String shown(String expression) throws Throwable {
    return show(of(expression));
  }

  Object of(String expression) throws Throwable {
    return bound(Expression.parse(expression)).of(this);
  }

  Value bound(Expression expression) throws ExpressionProblem {
    return new Binder(allowed).bind(expression, scene());
  }

  static Scene scene() {
    for (Parameter parameter : RUN.getParameters()) {
      if (parameter.isVarArgs()) {
        throw new IllegalStateException();
      }
    }
    return new Scene(
        Domain.class, List.of(RUN.getGenericParameterTypes()), NAMES, RUN.getGenericReturnType());
  }

  /** Returns what is wrong with an expression where it is read or bound. */
  String problem(String expression) {
    try {
      bound(Expression.parse(expression));
      return "none";
    } catch (ExpressionProblem problem) {
      return problem.getMessage();
    }
  }

  /** Returns what is wrong with an expression that can be bound. */
  String failure(String expression) throws Throwable {
    Value value = bound(Expression.parse(expression));
    try {
      return "none, but " + show(value.of(this));
    } catch (ExpressionProblem problem) {
      return problem.getMessage();
    }
  }

  static String show(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Collection) {
      return ((Collection<?>) value).stream().map(Trial::show).toList().toString();
    }
    return value instanceof Object[] array
        ? Arrays.toString(array)
        : value.getClass().getSimpleName() + " " + value;
  }

  @Override
  public Object self() {
    return SELF;
  }

  @Override
  public Object argument(int index) {
    return new ArrayList<>(arguments.values()).get(index);
  }

  @Override
  public Object returned() {
    return result;
  }

  @Override
  public Throwable thrown() {
    return failure;
  }

  @Override
  public long durationNanos() {
    return nanos;
  }

  @Override
  public Object context(String key) {
    return context.get(key);
  }

  @Override
  public Object below(String key) {
    return below.get(key);
  }

  @Override
  public Object resource(String key) {
    return key.equals("service.name") ? "shop" : null;
  }
}
