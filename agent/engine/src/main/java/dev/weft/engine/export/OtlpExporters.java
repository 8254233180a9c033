// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.engine.config.OtlpSettings;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporterBuilder;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporterBuilder;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporter;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporterBuilder;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporter;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporterBuilder;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporterBuilder;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/** The SDK's OTLP exporters, by gRPC or http/protobuf. */
final class OtlpExporters {
  private OtlpExporters() {}

  static SpanExporter spans(OtlpSettings settings) {
    if (settings.isGrpc()) {
      OtlpGrpcSpanExporterBuilder grpc = OtlpGrpcSpanExporter.builder();
      OtlpConnection.apply(
          settings,
          grpc::setEndpoint,
          grpc::setCompression,
          grpc::setTimeout,
          grpc::addHeader,
          grpc::setTrustedCertificates,
          grpc::setClientTls,
          grpc::setRetryPolicy);
      return grpc.build();
    }
    OtlpHttpSpanExporterBuilder http = OtlpHttpSpanExporter.builder();
    OtlpConnection.apply(
        settings,
        http::setEndpoint,
        http::setCompression,
        http::setTimeout,
        http::addHeader,
        http::setTrustedCertificates,
        http::setClientTls,
        http::setRetryPolicy);
    return http.build();
  }

  static MetricExporter metrics(OtlpSettings settings) {
    if (settings.isGrpc()) {
      OtlpGrpcMetricExporterBuilder grpc = OtlpGrpcMetricExporter.builder();
      OtlpConnection.apply(
          settings,
          grpc::setEndpoint,
          grpc::setCompression,
          grpc::setTimeout,
          grpc::addHeader,
          grpc::setTrustedCertificates,
          grpc::setClientTls,
          grpc::setRetryPolicy);
      return grpc.build();
    }
    OtlpHttpMetricExporterBuilder http = OtlpHttpMetricExporter.builder();
    OtlpConnection.apply(
        settings,
        http::setEndpoint,
        http::setCompression,
        http::setTimeout,
        http::addHeader,
        http::setTrustedCertificates,
        http::setClientTls,
        http::setRetryPolicy);
    return http.build();
  }

  static LogRecordExporter logs(OtlpSettings settings) {
    if (settings.isGrpc()) {
      OtlpGrpcLogRecordExporterBuilder grpc = OtlpGrpcLogRecordExporter.builder();
      OtlpConnection.apply(
          settings,
          grpc::setEndpoint,
          grpc::setCompression,
          grpc::setTimeout,
          grpc::addHeader,
          grpc::setTrustedCertificates,
          grpc::setClientTls,
          grpc::setRetryPolicy);
      return grpc.build();
    }
    OtlpHttpLogRecordExporterBuilder http = OtlpHttpLogRecordExporter.builder();
    OtlpConnection.apply(
        settings,
        http::setEndpoint,
        http::setCompression,
        http::setTimeout,
        http::addHeader,
        http::setTrustedCertificates,
        http::setClientTls,
        http::setRetryPolicy);
    return http.build();
  }
}
