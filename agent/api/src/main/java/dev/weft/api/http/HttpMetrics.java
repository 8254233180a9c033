// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import dev.weft.api.Scope;
import dev.weft.api.metrics.Histogram;
import dev.weft.api.metrics.Metrics;

/** The instruments of HTTP, as the stable semantic conventions define them. */
final class HttpMetrics {
  private static final double[] SECONDS = {
    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10
  };

  private HttpMetrics() {}

  static Histogram clientDuration(Scope scope) {
    return Metrics.histogram(
        scope,
        "http.client.request.duration",
        "s",
        "Duration of HTTP client requests.",
        SECONDS,
        "http.request.method",
        "http.response.status_code",
        "error.type",
        "network.protocol.version",
        "server.address",
        "server.port");
  }

  static Histogram serverDuration(Scope scope) {
    return Metrics.histogram(
        scope,
        "http.server.request.duration",
        "s",
        "Duration of HTTP server requests.",
        SECONDS,
        "http.route",
        "http.request.method",
        "http.response.status_code",
        "error.type",
        "network.protocol.version",
        "url.scheme");
  }
}
