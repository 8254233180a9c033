// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporter;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;

/** The ways in which the SDK's own exporters can send to a receiver. */
enum OtlpSender {
  HTTP("none", OtlpRequest.Transport.HTTP_PROTOBUF),
  HTTP_GZIP("gzip", OtlpRequest.Transport.HTTP_PROTOBUF),
  GRPC("none", OtlpRequest.Transport.GRPC),
  GRPC_GZIP("gzip", OtlpRequest.Transport.GRPC);

  static final Duration TIMEOUT = Duration.ofSeconds(5);

  final String compression;
  final OtlpRequest.Transport transport;

  OtlpSender(String compression, OtlpRequest.Transport transport) {
    this.compression = compression;
    this.transport = transport;
  }

  SpanExporter spans(OtlpReceiver receiver) {
    return spans(receiver, TIMEOUT);
  }

  SpanExporter spans(OtlpReceiver receiver, Duration timeout) {
    if (transport == OtlpRequest.Transport.GRPC) {
      return OtlpGrpcSpanExporter.builder()
          .setEndpoint(receiver.grpcEndpoint())
          .setCompression(compression)
          .addHeader("x-tenant", "weft")
          .setRetryPolicy(null)
          .setTimeout(timeout)
          .build();
    }
    return OtlpHttpSpanExporter.builder()
        .setEndpoint(receiver.httpEndpoint() + "/v1/traces")
        .setCompression(compression)
        .addHeader("x-tenant", "weft")
        .setRetryPolicy(null)
        .setTimeout(timeout)
        .build();
  }

  MetricExporter metrics(OtlpReceiver receiver) {
    return transport == OtlpRequest.Transport.GRPC
        ? OtlpGrpcMetricExporter.builder()
            .setEndpoint(receiver.grpcEndpoint())
            .setCompression(compression)
            .build()
        : OtlpHttpMetricExporter.builder()
            .setEndpoint(receiver.httpEndpoint() + "/v1/metrics")
            .setCompression(compression)
            .build();
  }

  LogRecordExporter logs(OtlpReceiver receiver) {
    return transport == OtlpRequest.Transport.GRPC
        ? OtlpGrpcLogRecordExporter.builder()
            .setEndpoint(receiver.grpcEndpoint())
            .setCompression(compression)
            .build()
        : OtlpHttpLogRecordExporter.builder()
            .setEndpoint(receiver.httpEndpoint() + "/v1/logs")
            .setCompression(compression)
            .build();
  }
}
