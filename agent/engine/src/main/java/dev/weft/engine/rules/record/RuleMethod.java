// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.api.Scope;
import dev.weft.api.trace.Enclosing;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import dev.weft.engine.rules.model.At;
import org.jspecify.annotations.Nullable;

/**
 * Where woven methods call a rule: when they are entered, and when they are left. Never throws for
 * anything that an expression does.
 */
public final class RuleMethod {
  private static final Scope TRANSPARENT = Scope.of("dev.weft.rules");

  /**
   * Whether this thread is working out expressions: what they call records nothing by rules, or it
   * would do so without end. Holds a JDK type only: nothing of ours stays in the application's
   * threads.
   */
  private static final ThreadLocal<boolean[]> WORKING =
      ThreadLocal.withInitial(() -> new boolean[1]);

  private final BoundRule rule;

  /** Creates it. */
  public RuleMethod(BoundRule rule) {
    this.rule = rule;
  }

  /**
   * Takes a call.
   *
   * @param arguments the one argument of a method that has one, else an array of all
   * @return what the end of the call is to be told of, or null where nothing is recorded
   */
  public @Nullable Object enter(@Nullable Object self, @Nullable Object arguments) {
    boolean[] working = WORKING.get();
    if (working[0] || !rule.state.on()) {
      return null;
    }
    Span current = Tracing.current();
    Enclosing enclosing = current == null ? null : current.enclosing();
    if (rule.overridable && isSuperCall(enclosing, self)) {
      return null;
    }
    RuleCall call = new RuleCall(rule, self, arguments, enclosing, System.nanoTime());
    working[0] = true;
    try {
      return entered(call, current) ? call : null;
    } catch (Throwable fault) {
      rule.state.fault(fault);
      abandon(call, current);
      return null;
    } finally {
      working[0] = false;
    }
  }

  /** Leaves nothing behind of a call that nobody will end. */
  private static void abandon(RuleCall call, @Nullable Span current) {
    Tracing.makeCurrent(current);
    Span span = call.recorded();
    if (span != null) {
      span.end();
    }
    call.close();
  }

  /**
   * A method that was overridden is called by what overrides it: that is one call. Calls of the
   * same method by other rules may be in between.
   */
  private boolean isSuperCall(@Nullable Enclosing enclosing, @Nullable Object self) {
    if (!(enclosing instanceof RuleCall) || self == null) {
      return false;
    }
    RuleCall above = (RuleCall) enclosing;
    while (above != null && above.self() == self && above.rule.isLike(rule)) {
      if (above.state() == rule.state) {
        return above.rule.isBelow(rule);
      }
      above = above.outer();
    }
    return false;
  }

  private boolean entered(RuleCall call, @Nullable Span current) {
    boolean wanted = rule.when == null || call.isTrue(rule.when);
    if (!wanted || !rule.state.permit(call.start())) {
      call.worked();
      if (call.anyFailed()) {
        rule.state.ended(true);
      }
      return false;
    }
    call.putContext();
    Span span = rule.span == null ? null : rule.span.start(call, current);
    if (span == null) {
      span = Tracing.transparent(current, TRANSPARENT, rule.state.rule().name);
      call.carries(span);
    }
    span.enclosing(call);
    call.makeCurrent();
    record(call, true);
    call.worked();
    return true;
  }

  /**
   * Takes the end of a call.
   *
   * @param entered what {@link #enter} has returned
   */
  public static void exit(
      @Nullable Object entered, @Nullable Object returned, @Nullable Throwable thrown) {
    if (!(entered instanceof RuleCall)) {
      return;
    }
    RuleCall call = (RuleCall) entered;
    Span before = call.takeBefore();
    try {
      if (!call.rule.asynchronous || thrown != null || !awaited(call, returned)) {
        end(call, returned, thrown);
      }
    } finally {
      Tracing.makeCurrent(before);
    }
  }

  /** Makes what was current before a call current again; the call goes on elsewhere. */
  static void leave(RuleCall call) {
    Tracing.makeCurrent(call.takeBefore());
  }

  /** What the application has made may refuse to be waited for. */
  private static boolean awaited(RuleCall call, @Nullable Object returned) {
    try {
      return Completion.awaited(returned, call);
    } catch (Throwable refused) {
      return false;
    }
  }

  /** Takes what an asynchronous call came to, on whatever thread. */
  static void completed(RuleCall call, @Nullable Object result, @Nullable Throwable thrown) {
    Span before = Tracing.makeCurrent(call.carrying());
    try {
      end(call, result, thrown);
    } finally {
      Tracing.makeCurrent(before);
    }
  }

  private static void end(RuleCall call, @Nullable Object result, @Nullable Throwable thrown) {
    boolean[] working = WORKING.get();
    boolean within = working[0];
    working[0] = true;
    try {
      long now = System.nanoTime();
      call.finished(result, thrown, now);
      record(call, false);
      for (BoundLift lift : call.rule.lifts) {
        lift.lift(call);
      }
      BoundSpan bound = call.rule.span;
      Span span = call.recorded();
      if (span != null && bound != null) {
        span.endsAt(now);
        call.setFindings();
        bound.complete(span, call, thrown);
      }
      call.worked();
    } catch (Throwable fault) {
      call.state().fault(fault);
      call.noteFailure();
    } finally {
      working[0] = within;
      ended(call);
    }
  }

  /** Those above look at the span when it ends, with expressions of their own. */
  private static void ended(RuleCall call) {
    Span span = call.recorded();
    if (span != null) {
      span.end();
    }
    call.close();
    call.state().ended(call.anyFailed());
  }

  /** Has a call look at a span below; what an expression calls is looked at by none. */
  static void lookedAt(Findings findings, RuleCall call, Span ended) {
    boolean[] working = WORKING.get();
    if (working[0]) {
      return;
    }
    working[0] = true;
    try {
      findings.ended(call, ended);
    } catch (Throwable fault) {
      call.state().fault(fault);
    } finally {
      working[0] = false;
    }
  }

  private static void record(RuleCall call, boolean entering) {
    boolean throwing = call.thrown() != null;
    for (BoundMetric metric : call.rule.metrics) {
      if (due(metric.at, entering, throwing)) {
        metric.record(call);
      }
    }
    for (BoundLog log : call.rule.logs) {
      if (due(log.at, entering, throwing)) {
        log.emit(call);
      }
    }
  }

  private static boolean due(At at, boolean entering, boolean throwing) {
    return entering ? at == At.ENTRY : at != At.ENTRY && at.includes(throwing);
  }
}
