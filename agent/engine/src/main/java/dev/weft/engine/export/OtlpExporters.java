// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.engine.config.OtlpSettings;
import dev.weft.engine.export.http.Senders;
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

/** Makes the SDK's OTLP exporters, by gRPC or http/protobuf; used by one thread. */
final class OtlpExporters {
  private final Senders senders = new Senders();

  SpanExporter spans(OtlpSettings settings, long limitMillis) {
    if (settings.isGrpc()) {
      OtlpGrpcSpanExporterBuilder grpc = OtlpGrpcSpanExporter.builder();
      OtlpConnection.apply(
          settings,
          limitMillis,
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
    http.setComponentLoader(senders.loader(settings.certificates()));
    OtlpConnection.apply(
        settings,
        limitMillis,
        http::setEndpoint,
        http::setCompression,
        http::setTimeout,
        http::addHeader,
        http::setTrustedCertificates,
        http::setClientTls,
        http::setRetryPolicy);
    return http.build();
  }

  MetricExporter metrics(OtlpSettings settings, long limitMillis) {
    if (settings.isGrpc()) {
      OtlpGrpcMetricExporterBuilder grpc = OtlpGrpcMetricExporter.builder();
      OtlpConnection.apply(
          settings,
          limitMillis,
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
    http.setComponentLoader(senders.loader(settings.certificates()));
    OtlpConnection.apply(
        settings,
        limitMillis,
        http::setEndpoint,
        http::setCompression,
        http::setTimeout,
        http::addHeader,
        http::setTrustedCertificates,
        http::setClientTls,
        http::setRetryPolicy);
    return http.build();
  }

  LogRecordExporter logs(OtlpSettings settings, long limitMillis) {
    if (settings.isGrpc()) {
      OtlpGrpcLogRecordExporterBuilder grpc = OtlpGrpcLogRecordExporter.builder();
      OtlpConnection.apply(
          settings,
          limitMillis,
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
    http.setComponentLoader(senders.loader(settings.certificates()));
    OtlpConnection.apply(
        settings,
        limitMillis,
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
