// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What belongs to the value of another expression. Immutable. */
final class Choice extends Expression {
  private final Expression subject;
  private final Map<String, Expression> cases;
  private final @Nullable Expression otherwise;

  Choice(Expression subject, Map<String, Expression> cases, @Nullable Expression otherwise) {
    super(text(subject, cases, otherwise));
    this.subject = subject;
    this.cases = new LinkedHashMap<>(cases);
    this.otherwise = otherwise;
  }

  private static String text(
      Expression subject, Map<String, Expression> cases, @Nullable Expression otherwise) {
    StringBuilder text = new StringBuilder("{map: ").append(subject);
    cases.forEach((name, value) -> text.append(", ").append(name).append(": ").append(value));
    return (otherwise == null ? text : text.append(", else: ").append(otherwise)) + "}";
  }

  @Override
  public boolean mentions(Root root) {
    return subject.mentions(root)
        || mention(cases.values(), root)
        || (otherwise != null && otherwise.mentions(root));
  }

  @Override
  Value bind(Binding binding) throws ExpressionProblem {
    Value asked = subject.bind(binding);
    Map<String, Value> bound = new LinkedHashMap<>();
    for (Map.Entry<String, Expression> one : cases.entrySet()) {
      binding.comparable(asked.type(), one.getKey());
      bound.put(one.getKey(), one.getValue().bind(binding));
    }
    Value rest = (otherwise == null ? Constant.NULL : otherwise).bind(binding);
    return new Value(Object.class) {
      @Override
      public @Nullable Object of(Moment moment) throws Throwable {
        Object found = asked.of(moment);
        Value chosen = found == null ? null : bound.get(Texts.of(found));
        return (chosen == null ? rest : chosen).of(moment);
      }
    };
  }
}
