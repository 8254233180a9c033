// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.otlp;

import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanContext;
import dev.weft.api.trace.SpanEvent;
import dev.weft.api.trace.SpanKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes recorded spans as OTLP's Span; used by one thread. */
final class SpanEncoder implements RecordEncoder<Span> {
  private static final int TRACE_ID = 1;
  private static final int SPAN_ID = 2;
  private static final int TRACE_STATE = 3;
  private static final int PARENT_SPAN_ID = 4;
  private static final int NAME = 5;
  private static final int KIND = 6;
  private static final int START = 7;
  private static final int END = 8;
  private static final int ATTRIBUTES = 9;
  private static final int DROPPED_ATTRIBUTES = 10;
  private static final int EVENTS = 11;
  private static final int DROPPED_EVENTS = 12;
  private static final int LINKS = 13;
  private static final int DROPPED_LINKS = 14;
  private static final int STATUS = 15;
  private static final int STATUS_CODE = 3;
  private static final int STATUS_ERROR = 2;
  private static final int FLAGS = 16;

  private static final int LINK_FLAGS = 6;

  private static final int KNOWN_WHETHER_REMOTE = 0x100;
  private static final int REMOTE = 0x200;

  private final String version;
  private final int countLimit;
  private final int lengthLimit;
  private final TraceStates traceStates = new TraceStates();
  private final EventEncoder eventEncoder;

  SpanEncoder(String version, int countLimit, int lengthLimit) {
    this.version = version;
    this.countLimit = countLimit;
    this.lengthLimit = lengthLimit;
    this.eventEncoder = new EventEncoder(countLimit, lengthLimit);
  }

  @Override
  public String scope(Span span) {
    return span.scope().name();
  }

  @Override
  public @Nullable String schemaUrl(Span span) {
    return span.scope().schemaUrl();
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public void write(Span span, ProtoBuffer out) {
    SpanContext context = span.context();
    identity(context, out);
    SpanContext parent = span.parentSpanId() == 0 ? null : span.parent();
    if (parent != null) {
      out.spanId(PARENT_SPAN_ID, parent.spanId());
    }
    out.optionalText(NAME, span.name());
    out.number(KIND, number(span.kind()));
    out.optionalFixed64(START, span.startEpochNanos());
    out.optionalFixed64(END, span.endEpochNanos());
    attributes(span, out);
    events(span, out);
    links(span, out);
    status(span, out);
    out.fixed32(FLAGS, flags(context, parent != null && parent.remote()));
  }

  private void identity(SpanContext context, ProtoBuffer out) {
    out.traceId(TRACE_ID, context.traceIdHigh(), context.traceIdLow());
    out.spanId(SPAN_ID, context.spanId());
    out.optionalText(TRACE_STATE, traceStates.of(context.traceState()));
  }

  private void attributes(Span span, ProtoBuffer out) {
    int count = Math.min(span.attributeCount(), countLimit);
    for (int i = 0; i < count; i++) {
      AttributeEncoder.write(
          out, ATTRIBUTES, span.attributeKey(i), span.attributeValue(i), lengthLimit);
    }
    out.optionalNumber(DROPPED_ATTRIBUTES, span.attributeCount() - count);
  }

  private void events(Span span, ProtoBuffer out) {
    List<SpanEvent> events = span.events();
    for (int i = 0; i < events.size(); i++) {
      int start = out.begin(EVENTS, 1);
      eventEncoder.write(events.get(i), out);
      out.end(start, 1);
    }
    out.optionalNumber(DROPPED_EVENTS, span.eventCount() - events.size());
  }

  private void links(Span span, ProtoBuffer out) {
    List<SpanContext> links = span.links();
    for (int i = 0; i < links.size(); i++) {
      SpanContext link = links.get(i);
      int start = out.begin(LINKS, 1);
      identity(link, out);
      out.fixed32(LINK_FLAGS, flags(link, link.remote()));
      out.end(start, 1);
    }
    out.optionalNumber(DROPPED_LINKS, span.linkCount() - links.size());
  }

  private static void status(Span span, ProtoBuffer out) {
    int start = out.begin(STATUS, 1);
    if (span.isFailed()) {
      out.number(STATUS_CODE, STATUS_ERROR);
    }
    out.end(start, 1);
  }

  private static int number(SpanKind kind) {
    switch (kind) {
      case SERVER:
        return 2;
      case CLIENT:
        return 3;
      case PRODUCER:
        return 4;
      case CONSUMER:
        return 5;
      default:
        return 1;
    }
  }

  private static int flags(SpanContext context, boolean remote) {
    return context.flags() | KNOWN_WHETHER_REMOTE | (remote ? REMOTE : 0);
  }
}
