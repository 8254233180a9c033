// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.engine.config.OtlpSettings;
import dev.weft.engine.export.http.Senders;
import dev.weft.engine.export.otlp.Transport;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporterBuilder;
import io.opentelemetry.exporter.otlp.internal.GrpcExporterBuilder;
import io.opentelemetry.exporter.otlp.internal.HttpExporterBuilder;
import io.opentelemetry.exporter.otlp.internal.OtlpUserAgent;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporter;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporterBuilder;
import io.opentelemetry.sdk.common.internal.StandardComponentId.ExporterType;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.net.URI;
import java.time.Duration;

/** Makes what the SDK sends OTLP with, by gRPC or http/protobuf; used by one thread. */
final class OtlpExporters {
  private static final URI REPLACED = URI.create("http://localhost:4317");

  private final Senders senders = new Senders();

  Transport spans(OtlpSettings settings, long limitMillis) {
    return settings.isGrpc()
        ? grpc(settings, limitMillis, ExporterType.OTLP_GRPC_SPAN_EXPORTER, "trace.v1.Trace")
        : http(settings, limitMillis, ExporterType.OTLP_HTTP_SPAN_EXPORTER);
  }

  Transport logs(OtlpSettings settings, long limitMillis) {
    return settings.isGrpc()
        ? grpc(settings, limitMillis, ExporterType.OTLP_GRPC_LOG_EXPORTER, "logs.v1.Logs")
        : http(settings, limitMillis, ExporterType.OTLP_HTTP_LOG_EXPORTER);
  }

  private static Transport grpc(
      OtlpSettings settings, long limitMillis, ExporterType type, String service) {
    String method = "opentelemetry.proto.collector." + service + "Service/Export";
    GrpcExporterBuilder grpc = new GrpcExporterBuilder(type, Duration.ZERO, REPLACED, method);
    OtlpUserAgent.addUserAgentHeader(grpc::addConstantHeader);
    OtlpConnection.apply(
        settings,
        limitMillis,
        grpc::setEndpoint,
        grpc::setCompression,
        grpc::setTimeout,
        grpc::addConstantHeader,
        grpc::setTrustManagerFromCerts,
        grpc::setKeyManagerFromCerts,
        grpc::setRetryPolicy);
    return grpc.build()::export;
  }

  private Transport http(OtlpSettings settings, long limitMillis, ExporterType type) {
    HttpExporterBuilder http = new HttpExporterBuilder(type, REPLACED.toString());
    OtlpUserAgent.addUserAgentHeader(http::addConstantHeaders);
    http.setComponentLoader(senders.loader(settings.certificates()));
    OtlpConnection.apply(
        settings,
        limitMillis,
        http::setEndpoint,
        http::setCompression,
        http::setTimeout,
        http::addConstantHeaders,
        http::setTrustManagerFromCerts,
        http::setKeyManagerFromCerts,
        http::setRetryPolicy);
    return http.build()::export;
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
}
