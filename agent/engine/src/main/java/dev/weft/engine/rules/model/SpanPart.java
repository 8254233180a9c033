// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.model;

import dev.weft.api.trace.SpanKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The span of a rule. Immutable. */
public final class SpanPart {
  /** Where a span belongs. */
  public enum Root {
    /** Into a trace of its own, linked to the span that was current. */
    NEW,
    /** Below the current span, or into a trace of its own where there is none. */
    CHILD,
    /** Below the current span; where there is none, there is no span. */
    REQUIRES_PARENT
  }

  /** A template, or null for the simple name of the class and that of the method. */
  public final @Nullable Formula name;

  public final SpanKind kind;
  public final Root root;

  /** Each yields a W3C {@code traceparent}, a collection of them, or null. */
  public final List<Formula> links;

  public final List<NamedFormula> attributes;
  public final List<EventPart> events;

  /** Whether a result means failure, or null; an exception always does. */
  public final @Nullable Formula failed;

  /** What {@code error.type} is then, or null for the class of the exception. */
  public final @Nullable Formula errorType;

  /** Creates it. */
  public SpanPart(
      @Nullable Formula name,
      SpanKind kind,
      Root root,
      List<Formula> links,
      List<NamedFormula> attributes,
      List<EventPart> events,
      @Nullable Formula failed,
      @Nullable Formula errorType) {
    this.name = name;
    this.kind = kind;
    this.root = root;
    this.links = links;
    this.attributes = attributes;
    this.events = events;
    this.failed = failed;
    this.errorType = errorType;
  }
}
