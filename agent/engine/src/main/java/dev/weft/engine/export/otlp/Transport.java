// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.otlp;

import io.opentelemetry.exporter.internal.marshal.Marshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;

/** What the SDK's exporters send with, be it over HTTP or gRPC. */
public interface Transport {
  /** Sends a request with so many records. */
  CompletableResultCode export(Marshaler request, int records);
}
