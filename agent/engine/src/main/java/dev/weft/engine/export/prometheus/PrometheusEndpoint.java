// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.prometheus;

import dev.weft.engine.Log;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * Where a Prometheus asks for metrics: the JDK's own server, of which one daemon thread accepts and
 * answers. What goes wrong is said once, and the application goes on without it.
 */
public final class PrometheusEndpoint {
  private PrometheusEndpoint() {}

  /**
   * Opens the port; called by a daemon thread, of which the server's inherits that.
   *
   * @param port 0 for any
   * @param metrics asked at each scrape, by one thread
   */
  public static void open(
      String host,
      int port,
      Resource resource,
      Supplier<? extends Collection<MetricData>> metrics) {
    try {
      int opened = Scrape.open(host, port, resource, metrics);
      if (port == 0) {
        Log.line("metrics for Prometheus: port " + opened);
      }
    } catch (Throwable thrown) {
      // without the module jdk.httpserver it is an error
      Log.line("no metrics for Prometheus on " + host + ":" + port + ": " + Log.cause(thrown));
    }
  }
}
