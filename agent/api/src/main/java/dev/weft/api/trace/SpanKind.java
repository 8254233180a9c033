// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.trace;

/** The role of a span in a trace, as OpenTelemetry defines it. */
public enum SpanKind {
  INTERNAL,
  SERVER,
  CLIENT,
  PRODUCER,
  CONSUMER
}
