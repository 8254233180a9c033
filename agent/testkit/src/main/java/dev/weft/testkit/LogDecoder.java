// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns an OTLP logs request into {@link RecordedLog}s. */
final class LogDecoder {
  private LogDecoder() {}

  static List<RecordedLog> decode(ExportLogsServiceRequest request) {
    List<RecordedLog> logs = new ArrayList<>();
    for (ResourceLogs group : request.getResourceLogsList()) {
      Map<String, Object> resource = Wire.attributes(group.getResource().getAttributesList());
      for (ScopeLogs scoped : group.getScopeLogsList()) {
        RecordedScope scope = Wire.scope(scoped.getScope(), scoped.getSchemaUrl());
        for (LogRecord log : scoped.getLogRecordsList()) {
          logs.add(log(log, scope, resource));
        }
      }
    }
    return logs;
  }

  private static RecordedLog log(LogRecord log, RecordedScope scope, Map<String, Object> resource) {
    return new RecordedLog(
        log.getTimeUnixNano(),
        log.getObservedTimeUnixNano(),
        log.getSeverityNumberValue(),
        log.getSeverityText(),
        log.getEventName(),
        Wire.value(log.getBody()),
        Wire.attributes(log.getAttributesList()),
        Wire.hex(log.getTraceId()),
        Wire.hex(log.getSpanId()),
        scope,
        resource);
  }
}
