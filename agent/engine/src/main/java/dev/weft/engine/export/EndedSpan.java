// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.trace.Span;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.internal.W3CTraceContextEncoding;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recorded span as the SDK's exporters want it; made on the export thread. */
final class EndedSpan implements SpanData {
  private final Span span;
  private final Resource resource;
  private final InstrumentationScopeInfo scope;
  private final Attributes attributes;
  private final SpanContext context;
  private final SpanContext parent;
  private final List<EventData> events;

  EndedSpan(Span span, Resource resource, InstrumentationScopeInfo scope, SdkAttributes converter) {
    this.span = span;
    this.resource = resource;
    this.scope = scope;
    this.attributes = converter.of(span);
    this.context = context(span.context());
    this.parent = parent(span, context);
    this.events = events(span);
  }

  static SpanContext context(dev.weft.api.trace.SpanContext context) {
    TraceFlags flags = TraceFlags.fromByte((byte) context.flags());
    return SpanContext.create(
        context.traceIdText(), context.spanIdText(), flags, traceState(context.traceState()));
  }

  private static SpanContext parent(Span span, SpanContext context) {
    dev.weft.api.trace.SpanContext parent = span.parent();
    if (parent == null || parent.spanId() == 0) {
      return SpanContext.getInvalid();
    }
    String id = parent.spanIdText();
    TraceFlags flags = context.getTraceFlags();
    TraceState state = context.getTraceState();
    return parent.remote()
        ? SpanContext.createFromRemoteParent(context.getTraceId(), id, flags, state)
        : SpanContext.create(context.getTraceId(), id, flags, state);
  }

  private static TraceState traceState(@Nullable String header) {
    if (header == null || header.isEmpty()) {
      return TraceState.getDefault();
    }
    try {
      return W3CTraceContextEncoding.decodeTraceState(header);
    } catch (IllegalArgumentException malformed) {
      return TraceState.getDefault();
    }
  }

  private static List<EventData> events(Span span) {
    Throwable thrown = span.thrown();
    if (thrown == null) {
      return Collections.emptyList();
    }
    AttributesBuilder attributes = Attributes.builder();
    ExceptionAttributes.put(attributes, thrown);
    return Collections.singletonList(
        EventData.create(span.thrownEpochNanos(), "exception", attributes.build()));
  }

  @Override
  public String getName() {
    return span.name();
  }

  @Override
  public SpanKind getKind() {
    return SpanKind.valueOf(span.kind().name());
  }

  @Override
  public SpanContext getSpanContext() {
    return context;
  }

  @Override
  public SpanContext getParentSpanContext() {
    return parent;
  }

  @Override
  public StatusData getStatus() {
    return span.isFailed() ? StatusData.error() : StatusData.unset();
  }

  @Override
  public long getStartEpochNanos() {
    return span.startEpochNanos();
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
  }

  @Override
  public List<EventData> getEvents() {
    return events;
  }

  @Override
  public List<LinkData> getLinks() {
    return Collections.emptyList();
  }

  @Override
  public long getEndEpochNanos() {
    return span.endEpochNanos();
  }

  @Override
  public boolean hasEnded() {
    return true;
  }

  @Override
  public int getTotalRecordedEvents() {
    return events.size();
  }

  @Override
  public int getTotalRecordedLinks() {
    return 0;
  }

  @Override
  public int getTotalAttributeCount() {
    return span.attributeCount();
  }

  @Deprecated
  @Override
  public io.opentelemetry.sdk.common.InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
    return io.opentelemetry.sdk.common.InstrumentationLibraryInfo.create(
        scope.getName(), scope.getVersion(), scope.getSchemaUrl());
  }

  @Override
  public InstrumentationScopeInfo getInstrumentationScopeInfo() {
    return scope;
  }

  @Override
  public Resource getResource() {
    return resource;
  }
}
