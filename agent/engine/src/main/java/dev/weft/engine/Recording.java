// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine;

import dev.weft.api.PeerServices;
import dev.weft.api.db.DbSettings;
import dev.weft.api.http.HttpSettings;
import dev.weft.api.logs.LogCorrelation;
import dev.weft.api.logs.LogSink;
import dev.weft.api.logs.Logs;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.trace.Sampler;
import dev.weft.api.trace.Samplers;
import dev.weft.api.trace.SpanSink;
import dev.weft.api.trace.Suppression;
import dev.weft.api.trace.Tracing;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.InstrumentationKeys;
import dev.weft.engine.config.Keys;
import dev.weft.engine.config.MetricKeys;
import dev.weft.engine.context.CopiedBaggage;
import dev.weft.engine.context.Propagators;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the API what the user has set; just before the first class is woven. */
final class Recording {
  private Recording() {}

  static void install(Configuration configuration, SpanSink sink, @Nullable LogSink logs) {
    Tracing.install(
        sink,
        sampler(configuration),
        Propagators.of(configuration.list(Keys.PROPAGATORS)),
        configuration.flag(Keys.ADD_THREAD_DETAILS));
    if (configuration.flag(Keys.SDK_DISABLED)) {
      Tracing.passOnOnly();
    }
    List<String> fromBaggage = configuration.list(Keys.SPAN_ATTRIBUTES_FROM_BAGGAGE);
    int events = configuration.integer(Keys.SPAN_EVENT_COUNT_LIMIT);
    Tracing.limit(events, configuration.integer(Keys.SPAN_LINK_COUNT_LIMIT));
    Tracing.install(
        suppression(configuration.string(InstrumentationKeys.SPAN_SUPPRESSION)),
        events > 0,
        fromBaggage.isEmpty() ? null : new CopiedBaggage(fromBaggage));
    PeerServices.install(configuration.map(InstrumentationKeys.PEER_SERVICE_MAPPING));
    Metrics.pull(configuration.list(Keys.METRICS_EXPORTER).contains("prometheus"));
    Metrics.record(configuration.exported(Keys.METRICS_EXPORTER));
    Metrics.install(
        configuration.integer(MetricKeys.METRICS_CARDINALITY_LIMIT),
        !"always_off".equalsIgnoreCase(configuration.string(MetricKeys.METRICS_EXEMPLAR_FILTER)));
    HttpSettings.install(
        new HttpSettings(
            configuration.list(InstrumentationKeys.HTTP_KNOWN_METHODS),
            configuration.list(InstrumentationKeys.URL_SENSITIVE_QUERY_PARAMETERS),
            configuration.list(InstrumentationKeys.HTTP_CLIENT_REQUEST_HEADERS),
            configuration.list(InstrumentationKeys.HTTP_CLIENT_RESPONSE_HEADERS),
            configuration.list(InstrumentationKeys.HTTP_SERVER_REQUEST_HEADERS),
            configuration.list(InstrumentationKeys.HTTP_SERVER_RESPONSE_HEADERS)));
    DbSettings.install(configuration.flag(InstrumentationKeys.JDBC_QUERY_SANITIZATION));
    Logs.install(logs);
    LogCorrelation.install(
        configuration.string(InstrumentationKeys.LOGGING_TRACE_ID_KEY),
        configuration.string(InstrumentationKeys.LOGGING_SPAN_ID_KEY),
        configuration.string(InstrumentationKeys.LOGGING_TRACE_FLAGS_KEY));
    List<String> attributes = configuration.list(InstrumentationKeys.MDC_RESOURCE_ATTRIBUTES);
    if (!attributes.isEmpty()) {
      LogCorrelation.installResource(new LoggedResource(configuration, attributes));
    }
  }

  private static Suppression suppression(String strategy) {
    if (strategy.equals("none")) {
      return Suppression.NONE;
    }
    return strategy.equals("span-kind") ? Suppression.SPAN_KIND : Suppression.SEMCONV;
  }

  private static Sampler sampler(Configuration configuration) {
    switch (configuration.string(Keys.TRACES_SAMPLER)) {
      case "always_on":
        return Samplers.ALWAYS_ON;
      case "always_off":
        return Samplers.ALWAYS_OFF;
      case "traceidratio":
        return ratio(configuration);
      case "parentbased_always_off":
        return Samplers.parentBased(Samplers.ALWAYS_OFF);
      case "parentbased_traceidratio":
        return Samplers.parentBased(ratio(configuration));
      default:
        return Samplers.parentBased(Samplers.ALWAYS_ON);
    }
  }

  private static Sampler ratio(Configuration configuration) {
    return Samplers.ratio(configuration.ratio(Keys.TRACES_SAMPLER_ARG));
  }
}
