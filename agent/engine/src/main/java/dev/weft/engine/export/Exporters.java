// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.engine.Log;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Keys;
import dev.weft.engine.config.OtlpSettings;
import dev.weft.engine.config.Signal;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporterBuilder;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporter;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporterBuilder;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporterBuilder;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the exporters that the settings ask for, without the SDK's autoconfiguration: scanning for
 * what is not configured costs more than what is.
 */
final class Exporters {
  private final Configuration configuration;

  Exporters(Configuration configuration) {
    this.configuration = configuration;
  }

  List<SpanExporter> spans() {
    List<SpanExporter> exporters = new ArrayList<>();
    for (String name : configuration.list(Keys.TRACES_EXPORTER)) {
      try {
        if (name.equals("otlp")) {
          exporters.add(otlpSpans(configuration.otlp(Signal.TRACES)));
        } else if (name.equals("console")) {
          exporters.add(new ConsoleSpanExporter());
        }
      } catch (RuntimeException unusable) {
        Log.line("spans are not exported to " + name + ": " + Log.cause(unusable));
      }
    }
    return exporters;
  }

  List<MetricExporter> metrics() {
    List<MetricExporter> exporters = new ArrayList<>();
    for (String name : configuration.list(Keys.METRICS_EXPORTER)) {
      try {
        if (name.equals("otlp")) {
          exporters.add(otlpMetrics(configuration.otlp(Signal.METRICS)));
        } else if (name.equals("console")) {
          exporters.add(new ConsoleMetricExporter());
        }
      } catch (RuntimeException unusable) {
        Log.line("metrics are not exported to " + name + ": " + Log.cause(unusable));
      }
    }
    return exporters;
  }

  private static SpanExporter otlpSpans(OtlpSettings settings) {
    PemFiles pem = new PemFiles(settings);
    Duration timeout = Duration.ofMillis(settings.timeoutMillis());
    if (settings.isGrpc()) {
      OtlpGrpcSpanExporterBuilder builder =
          OtlpGrpcSpanExporter.builder()
              .setEndpoint(settings.endpoint())
              .setCompression(settings.compression())
              .setTimeout(timeout);
      settings.headers().forEach(builder::addHeader);
      pem.trusted(builder::setTrustedCertificates);
      pem.client(builder::setClientTls);
      return builder.build();
    }
    OtlpHttpSpanExporterBuilder builder =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(settings.endpoint())
            .setCompression(settings.compression())
            .setTimeout(timeout);
    settings.headers().forEach(builder::addHeader);
    pem.trusted(builder::setTrustedCertificates);
    pem.client(builder::setClientTls);
    return builder.build();
  }

  private static MetricExporter otlpMetrics(OtlpSettings settings) {
    PemFiles pem = new PemFiles(settings);
    Duration timeout = Duration.ofMillis(settings.timeoutMillis());
    if (settings.isGrpc()) {
      OtlpGrpcMetricExporterBuilder builder =
          OtlpGrpcMetricExporter.builder()
              .setEndpoint(settings.endpoint())
              .setCompression(settings.compression())
              .setTimeout(timeout);
      settings.headers().forEach(builder::addHeader);
      pem.trusted(builder::setTrustedCertificates);
      pem.client(builder::setClientTls);
      return builder.build();
    }
    OtlpHttpMetricExporterBuilder builder =
        OtlpHttpMetricExporter.builder()
            .setEndpoint(settings.endpoint())
            .setCompression(settings.compression())
            .setTimeout(timeout);
    settings.headers().forEach(builder::addHeader);
    pem.trusted(builder::setTrustedCertificates);
    pem.client(builder::setClientTls);
    return builder.build();
  }
}
