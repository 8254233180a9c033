// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine;

import dev.weft.api.db.DbSettings;
import dev.weft.api.http.HttpSettings;
import dev.weft.api.logs.LogCorrelation;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.trace.Sampler;
import dev.weft.api.trace.Samplers;
import dev.weft.api.trace.SpanSink;
import dev.weft.api.trace.Tracing;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Keys;
import dev.weft.engine.context.Propagators;

/** Tells the API what the user has set; just before the first class is woven. */
final class Recording {
  private Recording() {}

  static void install(Configuration configuration, SpanSink sink) {
    Tracing.install(
        sink,
        sampler(configuration),
        Propagators.of(configuration.list(Keys.PROPAGATORS)),
        configuration.flag(Keys.ADD_THREAD_DETAILS));
    Metrics.install(
        configuration.integer(Keys.METRICS_CARDINALITY_LIMIT),
        !"always_off".equalsIgnoreCase(configuration.string(Keys.METRICS_EXEMPLAR_FILTER)));
    HttpSettings.install(
        new HttpSettings(
            configuration.list(Keys.HTTP_KNOWN_METHODS),
            configuration.list(Keys.URL_SENSITIVE_QUERY_PARAMETERS),
            configuration.list(Keys.HTTP_CLIENT_REQUEST_HEADERS),
            configuration.list(Keys.HTTP_CLIENT_RESPONSE_HEADERS),
            configuration.list(Keys.HTTP_SERVER_REQUEST_HEADERS),
            configuration.list(Keys.HTTP_SERVER_RESPONSE_HEADERS)));
    DbSettings.install(configuration.flag(Keys.JDBC_QUERY_SANITIZATION));
    LogCorrelation.install(
        configuration.string(Keys.LOGGING_TRACE_ID_KEY),
        configuration.string(Keys.LOGGING_SPAN_ID_KEY),
        configuration.string(Keys.LOGGING_TRACE_FLAGS_KEY));
  }

  private static Sampler sampler(Configuration configuration) {
    double ratio = configuration.ratio(Keys.TRACES_SAMPLER_ARG);
    switch (configuration.string(Keys.TRACES_SAMPLER)) {
      case "always_on":
        return Samplers.ALWAYS_ON;
      case "always_off":
        return Samplers.ALWAYS_OFF;
      case "traceidratio":
        return Samplers.ratio(ratio);
      case "parentbased_always_off":
        return Samplers.parentBased(Samplers.ALWAYS_OFF);
      case "parentbased_traceidratio":
        return Samplers.parentBased(Samplers.ratio(ratio));
      default:
        return Samplers.parentBased(Samplers.ALWAYS_ON);
    }
  }
}
