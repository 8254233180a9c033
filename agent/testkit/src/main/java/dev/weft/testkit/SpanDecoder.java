// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns an OTLP trace request into {@link RecordedSpan}s. */
final class SpanDecoder {
  private SpanDecoder() {}

  static List<RecordedSpan> decode(ExportTraceServiceRequest request) {
    List<RecordedSpan> spans = new ArrayList<>();
    for (ResourceSpans group : request.getResourceSpansList()) {
      Map<String, Object> resource = Wire.attributes(group.getResource().getAttributesList());
      for (ScopeSpans scoped : group.getScopeSpansList()) {
        RecordedScope scope = Wire.scope(scoped.getScope(), scoped.getSchemaUrl());
        for (Span span : scoped.getSpansList()) {
          spans.add(span(span, scope, resource));
        }
      }
    }
    return spans;
  }

  private static RecordedSpan span(Span span, RecordedScope scope, Map<String, Object> resource) {
    return new RecordedSpan(
        Wire.hex(span.getTraceId()),
        Wire.hex(span.getSpanId()),
        Wire.hex(span.getParentSpanId()),
        span.getTraceState(),
        span.getFlags(),
        span.getName(),
        kind(span.getKind()),
        Wire.attributes(span.getAttributesList()),
        span.getEventsList().stream().map(SpanDecoder::event).toList(),
        span.getLinksList().stream().map(SpanDecoder::link).toList(),
        status(span.getStatus().getCode()),
        span.getStatus().getMessage(),
        span.getStartTimeUnixNano(),
        span.getEndTimeUnixNano(),
        scope,
        resource);
  }

  private static RecordedEvent event(Span.Event event) {
    return new RecordedEvent(
        event.getName(), event.getTimeUnixNano(), Wire.attributes(event.getAttributesList()));
  }

  private static RecordedLink link(Span.Link link) {
    return new RecordedLink(
        Wire.hex(link.getTraceId()),
        Wire.hex(link.getSpanId()),
        link.getTraceState(),
        Wire.attributes(link.getAttributesList()));
  }

  private static RecordedSpan.Kind kind(Span.SpanKind kind) {
    return switch (kind) {
      case SPAN_KIND_INTERNAL -> RecordedSpan.Kind.INTERNAL;
      case SPAN_KIND_SERVER -> RecordedSpan.Kind.SERVER;
      case SPAN_KIND_CLIENT -> RecordedSpan.Kind.CLIENT;
      case SPAN_KIND_PRODUCER -> RecordedSpan.Kind.PRODUCER;
      case SPAN_KIND_CONSUMER -> RecordedSpan.Kind.CONSUMER;
      case SPAN_KIND_UNSPECIFIED, UNRECOGNIZED -> RecordedSpan.Kind.UNSPECIFIED;
    };
  }

  private static RecordedSpan.Status status(StatusCode code) {
    return switch (code) {
      case STATUS_CODE_OK -> RecordedSpan.Status.OK;
      case STATUS_CODE_ERROR -> RecordedSpan.Status.ERROR;
      case STATUS_CODE_UNSET, UNRECOGNIZED -> RecordedSpan.Status.UNSET;
    };
  }
}
