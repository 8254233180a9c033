// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.api.trace.Enclosing;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import dev.weft.engine.rules.expression.Looking;
import dev.weft.engine.rules.model.Combining;
import org.jspecify.annotations.Nullable;

/**
 * One call of a method that a rule is about: what it was given, what it knows of those above, and
 * what those below have told it. As small as it can be: there is one for each call.
 */
final class RuleCall extends Evaluation implements Enclosing, BoundAttributes.Sink {
  final BoundRule rule;
  private @Nullable Object self;

  /** The one argument of a method that has one, else an array of all. */
  private @Nullable Object arguments;

  /** Who encloses the call; a call of a rule, or whoever else. */
  private final @Nullable Enclosing enclosing;

  /** Who above the call is to be told of spans: none of ours that does not look at them. */
  private final @Nullable Enclosing beyond;

  private final @Nullable Object @Nullable [] context;
  private volatile @Nullable Findings findings;
  private @Nullable Object returned;
  private @Nullable Throwable thrown;
  private final long start;
  private long end;

  /** The current span while the method runs, and again when its result is there. */
  private @Nullable Span carrying;

  private boolean recorded;
  private @Nullable Span before;

  RuleCall(
      BoundRule rule,
      @Nullable Object self,
      @Nullable Object arguments,
      @Nullable Enclosing enclosing,
      long now) {
    super(now, rule.state.isTimed());
    this.rule = rule;
    this.self = self;
    this.arguments = arguments;
    this.enclosing = enclosing;
    RuleCall outer = outer();
    this.beyond = outer != null && outer.rule.below.length == 0 ? outer.beyond : enclosing;
    this.start = now;
    this.context = rule.context.length == 0 ? null : new Object[rule.context.length];
    this.findings = rule.below.length == 0 ? null : new Findings(rule.below);
  }

  /** Works out what is put for everything below. */
  void putContext() {
    Object[] values = context;
    for (int i = 0; values != null && i < values.length; i++) {
      values[i] = valueOf(rule.context[i]);
    }
  }

  /** Takes the span that is recorded for the call, as soon as there is one. */
  void records(Span span) {
    carrying = span;
    recorded = true;
  }

  /** Takes what stands for the call where no span is recorded, and is current while it runs. */
  void carries(Span span) {
    carrying = span;
  }

  /** Makes the call's span the current one of this thread. */
  void makeCurrent() {
    before = Tracing.makeCurrent(carrying);
  }

  /** Returns the current span while the method runs. */
  @Nullable Span carrying() {
    return carrying;
  }

  /** Returns what was current before the call, once. */
  @Nullable Span takeBefore() {
    Span outside = before;
    before = null;
    return outside;
  }

  /** Takes the end of the call. */
  void finished(@Nullable Object result, @Nullable Throwable failure, long now) {
    end = now;
    returned = result;
    thrown = failure;
    begin(now);
  }

  /** Lets go of the application's objects: spans wait for their export, and hold this. */
  void close() {
    Findings known = findings;
    if (known != null) {
      known.close();
    }
    self = null;
    arguments = null;
    returned = null;
    thrown = null;
  }

  long start() {
    return start;
  }

  @Override
  RuleState state() {
    return rule.state;
  }

  @Nullable RuleCall outer() {
    return enclosing instanceof RuleCall ? (RuleCall) enclosing : null;
  }

  /** Returns the span that is recorded for the call, or null. */
  @Nullable Span recorded() {
    return recorded ? carrying : null;
  }

  /** Returns whether that is the name of the rule or of its span. */
  boolean isCalled(String name) {
    Span own = recorded();
    return name.equals(rule.state.rule().name) || own != null && name.equals(own.name());
  }

  /** Takes a value from a call below. */
  void lifted(String attribute, Combining with, @Nullable Object value) {
    Findings known = findings;
    if (known == null) {
      synchronized (this) {
        known = findings == null ? new Findings(rule.below) : findings;
        findings = known;
      }
    }
    known.lifted(attribute, with, value);
  }

  /** Makes attributes of what calls and spans below have told. */
  void setFindings() {
    Findings known = findings;
    if (known != null) {
      known.to(this);
    }
  }

  /** Sets an attribute of the span. */
  @Override
  public void set(String key, Object value) {
    Span own = recorded();
    if (own != null) {
      own.attribute(key, value);
    }
  }

  /** Goes up in a loop: a recursive method of the application has many calls above. */
  @Override
  public void ended(Span ended) {
    Enclosing told = this;
    while (told instanceof RuleCall) {
      RuleCall call = (RuleCall) told;
      Findings known = call.findings;
      if (known != null && ended != call.carrying) {
        RuleMethod.lookedAt(known, call, ended);
      }
      told = call.beyond;
    }
    if (told != null) {
      told.ended(ended);
    }
  }

  @Override
  public void observed(String signal, long count) {
    Enclosing told = this;
    while (told instanceof RuleCall) {
      RuleCall call = (RuleCall) told;
      Findings known = call.findings;
      if (known != null) {
        known.observed(signal, count);
      }
      told = call.beyond;
    }
    if (told != null) {
      told.observed(signal, count);
    }
  }

  /**
   * Runs something for each element of a collection.
   *
   * @return whether the collection could be had
   */
  boolean forEach(BoundFormula collection, Runnable each) {
    try {
      Looking.at(collection.value, this, each);
      return true;
    } catch (Throwable thrown) {
      failed(collection, thrown);
      return false;
    }
  }

  @Override
  public @Nullable Object self() {
    return self;
  }

  @Override
  public @Nullable Object argument(int index) {
    Object known = arguments;
    return rule.parameters == 1 || known == null ? known : ((Object[]) known)[index];
  }

  @Override
  public @Nullable Object returned() {
    return returned;
  }

  @Override
  public @Nullable Throwable thrown() {
    return thrown;
  }

  @Override
  public long durationNanos() {
    return (end == 0 ? System.nanoTime() : end) - start;
  }

  @Override
  public @Nullable Object context(String key) {
    for (RuleCall call = this; call != null; call = call.outer()) {
      Object found = call.own(key);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Object own(String key) {
    Object[] values = context;
    for (int i = 0; values != null && i < values.length; i++) {
      if (rule.context[i].name.equals(key) && values[i] != null) {
        return values[i];
      }
    }
    return null;
  }

  @Override
  public @Nullable Object below(String key) {
    Findings known = findings;
    return known == null ? null : known.get(key);
  }

  @Override
  public @Nullable Object resource(String key) {
    return rule.resource.get(key);
  }
}
