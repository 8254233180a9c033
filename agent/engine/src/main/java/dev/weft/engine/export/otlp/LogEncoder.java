// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.otlp;

import dev.weft.api.logs.LogRecord;
import dev.weft.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/** Writes log records as OTLP's LogRecord; used by one thread. */
final class LogEncoder implements RecordEncoder<LogRecord> {
  private static final int TIME = 1;
  private static final int SEVERITY_NUMBER = 2;
  private static final int SEVERITY_TEXT = 3;
  private static final int BODY = 5;
  private static final int ATTRIBUTES = 6;
  private static final int DROPPED_ATTRIBUTES = 7;
  private static final int FLAGS = 8;
  private static final int TRACE_ID = 9;
  private static final int SPAN_ID = 10;
  private static final int OBSERVED_TIME = 11;
  private static final int EVENT_NAME = 12;

  private final int countLimit;
  private final int lengthLimit;
  private final SortedAttributes attributes = new SortedAttributes();

  LogEncoder(int countLimit, int lengthLimit) {
    this.countLimit = countLimit;
    this.lengthLimit = lengthLimit;
  }

  @Override
  public String scope(LogRecord record) {
    return record.logger();
  }

  @Override
  public @Nullable String schemaUrl(LogRecord record) {
    return null;
  }

  @Override
  public @Nullable String version() {
    return null;
  }

  @Override
  public void write(LogRecord record, ProtoBuffer out) {
    out.optionalFixed64(TIME, record.epochNanos());
    out.optionalFixed64(OBSERVED_TIME, record.observedEpochNanos());
    out.optionalNumber(SEVERITY_NUMBER, record.severity());
    out.optionalText(SEVERITY_TEXT, record.severityText());
    String body = record.body();
    if (body != null) {
      int width = AttributeEncoder.width(body, 0);
      int start = out.begin(BODY, width);
      AttributeEncoder.text(out, body, Integer.MAX_VALUE);
      out.end(start, width);
    }
    attributes(record, out);
    SpanContext span = record.span();
    if (span != null) {
      span(span, out);
    }
    out.optionalText(EVENT_NAME, record.event());
  }

  private void attributes(LogRecord record, ProtoBuffer out) {
    attributes.clear();
    int count = Math.min(record.attributeCount(), countLimit);
    for (int i = 0; i < count; i++) {
      attributes.put(record.attributeKey(i), record.attributeValue(i), lengthLimit);
    }
    Throwable thrown = record.thrown();
    if (thrown != null) {
      attributes.put(thrown);
    }
    attributes.write(out, ATTRIBUTES);
    int dropped = Math.max(0, record.attributeCount() - attributes.size());
    out.optionalNumber(DROPPED_ATTRIBUTES, dropped);
    attributes.clear();
  }

  private static void span(SpanContext span, ProtoBuffer out) {
    if (span.flags() != 0) {
      out.fixed32(FLAGS, span.flags());
    }
    if (span.valid()) {
      out.traceId(TRACE_ID, span.traceIdHigh(), span.traceIdLow());
      out.spanId(SPAN_ID, span.spanId());
    }
  }
}
