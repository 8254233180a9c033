// SPDX-License-Identifier: Apache-2.0
package io.elava.daemon;

import io.elava.http.HealthServlet;
import io.elava.http.JettyWebServer;
import io.elava.http.ReconcileServlet;
import io.elava.http.Routes;
import io.elava.http.TomcatWebServer;
import io.elava.http.WebServer;
import io.elava.reconciler.Config;
import io.elava.reconciler.Reconciler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reconciles on request and at an interval until it is stopped. */
public final class Daemon {
  private static final Logger log = LoggerFactory.getLogger(Daemon.class);
  private static final long GRACE_SECONDS = 10;

  private final Reconciler reconciler;
  private final Config config;
  private final WebServer server;
  private final ScheduledThreadPoolExecutor ticker;
  private volatile boolean ready;

  /**
   * A daemon that is not yet started.
   *
   * @param container {@code jetty} or {@code tomcat}
   */
  public Daemon(Reconciler reconciler, Config config, String container) {
    this.reconciler = reconciler;
    this.config = config;
    List<Routes> routes =
        List.of(
            new Routes(
                "reconcile", new ReconcileServlet(reconciler, config), List.of("/reconcile")),
            new Routes(
                "health", new HealthServlet(() -> ready), List.of("/-/healthy", "/-/ready")));
    server = "tomcat".equals(container) ? new TomcatWebServer(routes) : new JettyWebServer(routes);
    ticker = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "ticker"));
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any free port
   * @param interval between two scans, zero for none but those on request; the first scan starts
   *     after one interval
   * @return the port in use
   */
  public int start(int port, Duration interval) {
    int actual = server.start(port);
    if (!interval.isZero()) {
      long millis = interval.toMillis();
      var unused = ticker.scheduleWithFixedDelay(this::tick, millis, millis, TimeUnit.MILLISECONDS);
    }
    ready = true;
    return actual;
  }

  /** Lets a running scan end, then stops. */
  public void stop() {
    log.info("stopping");
    ready = false;
    ticker.shutdown();
    server.stop();
    try {
      if (!ticker.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("a scan did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tick() {
    try {
      reconciler.reconcile(config);
    } catch (RuntimeException e) {
      log.error("scheduled reconcile failed", e);
    }
  }
}
