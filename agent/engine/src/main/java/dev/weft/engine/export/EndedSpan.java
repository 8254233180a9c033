// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.trace.Span;
import dev.weft.api.trace.SpanEvent;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A recorded span as the SDK has it, for the exporters that print. */
final class EndedSpan implements SpanData {
  private final Span span;
  private final Resource resource;
  private final InstrumentationScopeInfo scope;
  private final Attributes attributes;
  private final SpanContext context;
  private final SpanContext parent;
  private final List<EventData> events;
  private final List<LinkData> links;

  EndedSpan(Span span, Resource resource, InstrumentationScopeInfo scope, SdkAttributes converter) {
    this.span = span;
    this.resource = resource;
    this.scope = scope;
    this.attributes = converter.of(span);
    this.context = SdkContexts.of(span.context());
    this.parent = SdkContexts.ofParent(span, context);
    this.events = events(span, converter);
    this.links = links(span);
  }

  private static List<EventData> events(Span span, SdkAttributes converter) {
    List<SpanEvent> recorded = span.events();
    if (recorded.isEmpty()) {
      return Collections.emptyList();
    }
    List<EventData> events = new ArrayList<>(recorded.size());
    for (SpanEvent event : recorded) {
      Attributes of = converter.of(event);
      int count = Math.max(of.size(), event.attributeCount());
      events.add(EventData.create(event.epochNanos(), event.name(), of, count));
    }
    return Collections.unmodifiableList(events);
  }

  private static List<LinkData> links(Span span) {
    List<dev.weft.api.trace.SpanContext> recorded = span.links();
    if (recorded.isEmpty()) {
      return Collections.emptyList();
    }
    List<LinkData> links = new ArrayList<>(recorded.size());
    for (dev.weft.api.trace.SpanContext link : recorded) {
      links.add(LinkData.create(SdkContexts.of(link)));
    }
    return Collections.unmodifiableList(links);
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
    return links;
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
    return span.eventCount();
  }

  @Override
  public int getTotalRecordedLinks() {
    return span.linkCount();
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
