// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.logs.LogRecord;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import org.jspecify.annotations.Nullable;

/** A log record as the SDK has it, for the exporters that print. */
final class EmittedLog implements LogRecordData {
  private static final Severity[] SEVERITIES = Severity.values();

  private final LogRecord record;
  private final Resource resource;
  private final InstrumentationScopeInfo scope;
  private final Attributes attributes;
  private final SpanContext span;

  EmittedLog(
      LogRecord record,
      Resource resource,
      InstrumentationScopeInfo scope,
      SdkAttributes converter) {
    this.record = record;
    this.resource = resource;
    this.scope = scope;
    this.attributes = converter.of(record);
    this.span = record.span() == null ? SpanContext.getInvalid() : SdkContexts.of(record.span());
  }

  @Override
  public Resource getResource() {
    return resource;
  }

  @Override
  public InstrumentationScopeInfo getInstrumentationScopeInfo() {
    return scope;
  }

  @Override
  public long getTimestampEpochNanos() {
    return record.epochNanos();
  }

  @Override
  public long getObservedTimestampEpochNanos() {
    return record.observedEpochNanos();
  }

  @Override
  public SpanContext getSpanContext() {
    return span;
  }

  /** The constants are declared in the order of their numbers, from 0. */
  @Override
  public Severity getSeverity() {
    return SEVERITIES[record.severity()];
  }

  @Override
  public String getSeverityText() {
    return record.severityText();
  }

  @Override
  public @Nullable String getEventName() {
    return record.event();
  }

  @Deprecated
  @Override
  public io.opentelemetry.sdk.logs.data.Body getBody() {
    String text = record.body();
    return text == null
        ? io.opentelemetry.sdk.logs.data.Body.empty()
        : io.opentelemetry.sdk.logs.data.Body.string(text);
  }

  @Override
  public @Nullable Value<?> getBodyValue() {
    String text = record.body();
    return text == null ? null : Value.of(text);
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
  }

  @Override
  public int getTotalAttributeCount() {
    return Math.max(attributes.size(), record.attributeCount());
  }
}
