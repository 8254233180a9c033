// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import dev.weft.api.logs.LogRecord;
import dev.weft.api.logs.Logs;
import dev.weft.engine.rules.expression.AttributeValue;
import dev.weft.engine.rules.model.At;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A log record of a rule, bound to one method. Immutable. */
final class BoundLog {
  final At at;
  private final String scope;
  private final String event;
  private final BoundFormula severity;
  private final @Nullable BoundFormula body;
  private final @Nullable BoundFormula forEach;
  private final @Nullable BoundFormula when;
  private final BoundAttributes attributes;

  BoundLog(
      At at,
      String scope,
      String event,
      BoundFormula severity,
      @Nullable BoundFormula body,
      @Nullable BoundFormula forEach,
      @Nullable BoundFormula when,
      BoundAttributes attributes) {
    this.at = at;
    this.scope = scope;
    this.event = event;
    this.severity = severity;
    this.body = body;
    this.forEach = forEach;
    this.when = when;
    this.attributes = attributes;
  }

  void emit(RuleCall call) {
    if (forEach == null) {
      one(call);
    } else {
      call.forEach(forEach, () -> one(call));
    }
  }

  private void one(RuleCall call) {
    if (when != null && !call.isTrue(when)) {
      return;
    }
    Object known = call.valueOf(severity);
    String level = known instanceof String ? (String) known : "info";
    LogRecord record =
        new LogRecord(
            scope,
            number(level),
            level.toUpperCase(Locale.ROOT),
            System.currentTimeMillis() * 1_000_000);
    if (!event.isEmpty()) {
      record.event(event);
    }
    if (body != null) {
      record.body(text(call, body));
    }
    attributes.to(call, record::set);
    Logs.emit(record);
  }

  private static @Nullable String text(RuleCall call, BoundFormula formula) {
    try {
      Object text = AttributeValue.of(call.valueOf(formula));
      return text == null ? null : text.toString();
    } catch (Throwable problem) {
      call.failed(formula, problem);
      return null;
    }
  }

  private static int number(String level) {
    switch (level) {
      case "trace":
        return LogRecord.TRACE;
      case "debug":
        return LogRecord.DEBUG;
      case "warn":
        return LogRecord.WARN;
      case "error":
        return LogRecord.ERROR;
      case "fatal":
        return LogRecord.FATAL;
      default:
        return LogRecord.INFO;
    }
  }
}
