// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.api.Scope;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.Tracing;
import dev.weft.engine.rules.expression.AttributeValue;
import dev.weft.engine.rules.expression.Expression;
import dev.weft.engine.rules.model.At;
import dev.weft.engine.rules.model.SpanPart;
import org.jspecify.annotations.Nullable;

/** The span of a rule, bound to one method. Immutable. */
final class BoundSpan {
  private final SpanPart part;
  private final Scope scope;
  private final BoundFormula name;

  /** What it is called where its name comes to nothing. */
  private final String usual;

  private final BoundFormula[] links;
  private final BoundAttributes onEntry;
  private final BoundAttributes onEnd;
  private final BoundEvent[] events;
  private final @Nullable BoundFormula failed;
  private final @Nullable BoundFormula errorType;
  private final boolean namesExceptions;

  BoundSpan(
      SpanPart part,
      Scope scope,
      BoundFormula name,
      String usual,
      BoundFormula[] links,
      BoundAttributes onEntry,
      BoundAttributes onEnd,
      BoundEvent[] events,
      @Nullable BoundFormula failed,
      @Nullable BoundFormula errorType) {
    this.part = part;
    this.scope = scope;
    this.name = name;
    this.usual = usual;
    this.links = links;
    this.onEntry = onEntry;
    this.onEnd = onEnd;
    this.events = events;
    this.failed = failed;
    this.errorType = errorType;
    this.namesExceptions =
        part.errorType != null && part.errorType.expression.mentions(Expression.Root.THROWN);
  }

  /** Starts it, or returns null where it requires a parent and there is none. */
  @Nullable Span start(RuleCall call, @Nullable Span current) {
    boolean traced = current != null && current.context().valid();
    if (part.root == SpanPart.Root.REQUIRES_PARENT && !traced) {
      return null;
    }
    boolean root = part.root == SpanPart.Root.NEW;
    Object named = call.valueOf(name);
    String text = named == null ? "" : named.toString();
    String called = text.isEmpty() ? usual : text;
    Span span = Tracing.start(scope, called, part.kind, root, call.start());
    call.records(span);
    if (root && current != null) {
      span.link(current.context());
    }
    for (BoundFormula link : links) {
      link(span, call, link);
    }
    if (span.recording()) {
      span.reserve(onEntry.size() + onEnd.size());
      onEntry.to(call, call);
      events(span, call, true);
    }
    return span;
  }

  private static void link(Span span, RuleCall call, BoundFormula link) {
    try {
      Traceparent.link(span, call.valueOf(link));
    } catch (Throwable problem) {
      call.failed(link, problem);
    }
  }

  /** Writes what is known when a call has ended. */
  void complete(Span span, RuleCall call, @Nullable Throwable thrown) {
    if (span.recording()) {
      onEnd.dueTo(call, call);
      events(span, call, false);
    }
    boolean failing = thrown != null || failed != null && call.isTrue(failed);
    if (failing) {
      fail(span, call, thrown);
    }
  }

  private void events(Span span, RuleCall call, boolean entering) {
    boolean throwing = call.thrown() != null;
    for (BoundEvent event : events) {
      boolean onEntry = event.at == At.ENTRY;
      if (entering == onEntry && (entering || event.at.includes(throwing))) {
        event.to(span, call);
      }
    }
  }

  /** An exception is named by its class, unless the rule names exceptions itself. */
  private void fail(Span span, RuleCall call, @Nullable Throwable thrown) {
    String type = thrown == null ? null : thrown.getClass().getName();
    BoundFormula named = thrown == null || namesExceptions ? errorType : null;
    if (named != null) {
      try {
        Object value = AttributeValue.of(call.valueOf(named));
        type = value == null ? type : value.toString();
      } catch (Throwable problem) {
        call.failed(named, problem);
      }
    }
    if (thrown != null) {
      span.failed(thrown);
    } else {
      span.failed();
    }
    span.set("error.type", type);
  }
}
