// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.Scope;
import dev.weft.api.logs.LogRecord;
import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanContext;
import dev.weft.api.trace.SpanKind;
import dev.weft.api.trace.Tracing;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spans and log records of all sorts; the same ones for the same seed, but for ids and times. */
final class RandomRecords {
  private static final String[] PIECES = {
    "a",
    "SELECT * FROM orders ",
    "\u00fc",
    "\u20ac",
    "\ud83d\ude00",
    "\ud83d",
    "\ude00",
    "\u0000",
    "x".repeat(120)
  };

  private final Random random;
  private final List<Scope> scopes = new ArrayList<>();

  RandomRecords(long seed) {
    random = new Random(seed);
    for (int i = 0; i < 5; i++) {
      String name = "scope " + i;
      scopes.add(i % 2 == 0 ? Scope.of(name) : Scope.of(name, "1." + i + ".0"));
    }
  }

  List<Span> spans(int count) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      spans.add(span(spans));
    }
    return spans;
  }

  private Span span(List<Span> before) {
    Span current = parent(before);
    Span outer = Tracing.makeCurrent(current);
    Scope scope = scopes.get(random.nextInt(scopes.size()));
    Span span =
        random.nextInt(4) == 0
            ? Spans.childOf(remote())
            : Tracing.start(scope, text(), kind(), false, random.nextInt(3));
    Tracing.makeCurrent(outer);
    for (int i = random.nextInt(12); i > 0; i--) {
      span.attribute(key(), value());
    }
    for (int i = random.nextInt(10) - 7; i > 0; i--) {
      span.event(text(), key(), value(), key(), value(), key(), null);
    }
    for (int i = random.nextInt(10) - 7; i > 0; i--) {
      span.link(remote());
    }
    if (random.nextInt(10) == 0) {
      span.failed(new IllegalStateException(text()));
    }
    return span;
  }

  List<LogRecord> logs(int count) {
    List<Span> spans = spans(20);
    List<LogRecord> logs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Span outer = Tracing.makeCurrent(parent(spans));
      String logger = "logger " + random.nextInt(20);
      int severity = random.nextInt(25);
      LogRecord record = new LogRecord(logger, severity, text(), random.nextInt(3));
      Tracing.makeCurrent(outer);
      record.body(random.nextInt(5) == 0 ? null : text());
      record.event(random.nextInt(5) == 0 ? text() : null);
      record.thrown(random.nextInt(10) == 0 ? new IllegalStateException(text()) : null);
      for (int a = random.nextInt(8); a > 0; a--) {
        record.set(key(), value());
      }
      logs.add(record);
    }
    return logs;
  }

  private Span parent(List<Span> from) {
    return from.isEmpty() || random.nextInt(3) == 0 ? null : from.get(random.nextInt(from.size()));
  }

  private SpanContext remote() {
    String state = random.nextBoolean() ? null : "k" + random.nextInt(100) + "=" + text();
    return SpanContext.remote(
        random.nextLong(),
        random.nextLong(),
        random.nextLong(),
        true,
        random.nextBoolean(),
        state,
        null);
  }

  private SpanKind kind() {
    return SpanKind.values()[random.nextInt(SpanKind.values().length)];
  }

  private String key() {
    return random.nextInt(20) == 0 ? text() : "key." + random.nextInt(15);
  }

  private Object value() {
    switch (random.nextInt(6)) {
      case 0:
        return random.nextLong() >> random.nextInt(64);
      case 1:
        return random.nextBoolean();
      case 2:
        return random.nextDouble();
      case 3:
        String[] list = new String[random.nextInt(4)];
        for (int i = 0; i < list.length; i++) {
          list[i] = text();
        }
        return list;
      default:
        return text();
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(50) == 0 ? random.nextInt(2000) : random.nextInt(6);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
