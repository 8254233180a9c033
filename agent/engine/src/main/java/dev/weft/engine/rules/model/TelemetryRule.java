// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule file says about some methods. Immutable. */
public final class TelemetryRule {
  /** The name by which it is switched; unique among all files. */
  public final String name;

  /** The instrumentation scope of what it emits. */
  public final String scope;

  public final Place place;
  public final Target on;
  public final boolean enabled;
  public final @Nullable Formula when;

  /** Calls a second that are recorded; 0 for all. */
  public final int perSecond;

  public final List<NamedFormula> context;
  public final @Nullable SpanPart span;
  public final List<LiftPart> up;
  public final List<BelowPart> below;
  public final List<MetricPart> metrics;
  public final List<LogPart> logs;

  /** Creates it. */
  public TelemetryRule(
      String name,
      String scope,
      Place place,
      Target on,
      boolean enabled,
      @Nullable Formula when,
      int perSecond,
      List<NamedFormula> context,
      @Nullable SpanPart span,
      List<LiftPart> up,
      List<BelowPart> below,
      List<MetricPart> metrics,
      List<LogPart> logs) {
    this.name = name;
    this.scope = scope;
    this.place = place;
    this.on = on;
    this.enabled = enabled;
    this.when = when;
    this.perSecond = perSecond;
    this.context = context;
    this.span = span;
    this.up = up;
    this.below = below;
    this.metrics = metrics;
    this.logs = logs;
  }
}
