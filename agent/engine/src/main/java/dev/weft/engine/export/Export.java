// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.trace.SpanSink;
import dev.weft.engine.Log;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Keys;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that exports: it sleeps until a batch is complete or its time has come. The SDK's
 * data model and exporters are loaded when the first batch is sent, not before. At shutdown what
 * waits is sent within a bounded time.
 */
public final class Export implements Runnable {
  private static final long SHUTDOWN_MILLIS = 2000;
  private static final long FIRST_LOOK_MILLIS = 2000;

  private final Configuration configuration;
  private final List<String> instrumentations;
  private final ClassLoader own;
  private final SpanQueue queue;
  private final boolean spans;
  private final boolean metrics;
  private final long spanMillis;
  private final long metricMillis;
  private final Thread thread;
  private volatile boolean stopping;
  private boolean observing;

  /**
   * Creates it.
   *
   * @param instrumentations class names of what is enabled, to be told when the agent is up
   */
  public Export(Configuration configuration, List<String> instrumentations, ClassLoader own) {
    this.configuration = configuration;
    this.instrumentations = instrumentations;
    this.own = own;
    boolean off = configuration.flag(Keys.SDK_DISABLED);
    this.spans = !off && !none(configuration.list(Keys.TRACES_EXPORTER));
    this.metrics = !off && !none(configuration.list(Keys.METRICS_EXPORTER));
    this.spanMillis = Math.max(1, configuration.duration(Keys.BSP_SCHEDULE_DELAY));
    this.metricMillis = Math.max(1, configuration.duration(Keys.METRIC_EXPORT_INTERVAL));
    int batch = configuration.integer(Keys.BSP_MAX_EXPORT_BATCH_SIZE);
    int capacity = configuration.integer(Keys.BSP_MAX_QUEUE_SIZE);
    this.queue = new SpanQueue(capacity, Math.min(batch, capacity), this::wake);
    this.thread = new Thread(null, this, "weft-export");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
  }

  private static boolean none(List<String> exporters) {
    return exporters.isEmpty() || exporters.contains("none");
  }

  /** Returns where ended spans go. */
  public SpanSink sink() {
    return spans ? queue : span -> {};
  }

  /** Starts the thread, if anything is exported at all. */
  public void start() {
    if (!spans && !metrics) {
      return;
    }
    thread.start();
    Thread hook = new Thread(null, this::stop, "weft-shutdown");
    hook.setContextClassLoader(null);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void wake() {
    LockSupport.unpark(thread);
  }

  private void stop() {
    stopping = true;
    wake();
    try {
      thread.join(SHUTDOWN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    try {
      loop();
    } catch (Throwable thrown) {
      Log.line("export has stopped: " + Log.cause(thrown));
    }
  }

  private void loop() {
    Pipeline pipeline = null;
    long start = System.nanoTime();
    long nextMetrics = start + metricMillis * 1_000_000;
    long nextSpans = start + Math.min(FIRST_LOOK_MILLIS, spanMillis) * 1_000_000;
    while (!stopping) {
      long now = System.nanoTime();
      long due = metrics ? Math.min(nextSpans - now, nextMetrics - now) : nextSpans - now;
      if (due > 0 && queue.size() < queueBatch()) {
        LockSupport.parkNanos(this, due);
        continue;
      }
      observe();
      boolean metricsDue = metrics && System.nanoTime() >= nextMetrics;
      if (queue.size() > 0 || metricsDue) {
        pipeline = pipeline == null ? new Pipeline(configuration, queue) : pipeline;
        pipeline.sendSpans(this::halting);
      }
      if (metricsDue && pipeline != null) {
        pipeline.sendMetrics();
        nextMetrics = System.nanoTime() + metricMillis * 1_000_000;
      }
      nextSpans = System.nanoTime() + spanMillis * 1_000_000;
    }
    lastWords(pipeline);
  }

  private boolean halting() {
    return stopping;
  }

  private int queueBatch() {
    return configuration.integer(Keys.BSP_MAX_EXPORT_BATCH_SIZE);
  }

  /**
   * Sends what waits. A process that recorded nothing and never exported says nothing of itself
   * either: loading an exporter for that would cost more than the process.
   */
  private void lastWords(@org.jspecify.annotations.Nullable Pipeline known) {
    if (known == null && !queue.used()) {
      return;
    }
    observe();
    Pipeline pipeline = known == null ? new Pipeline(configuration, queue) : known;
    pipeline.sendSpans(() -> false);
    if (metrics) {
      pipeline.sendMetrics();
    }
  }

  /** Tells the instrumentations once that the agent is up. */
  private void observe() {
    if (observing || !metrics) {
      return;
    }
    observing = true;
    for (String type : instrumentations) {
      try {
        Object instrumentation = own.loadClass(type).getDeclaredConstructor().newInstance();
        ((LibraryInstrumentation) instrumentation).started();
      } catch (Throwable thrown) {
        Log.line(type + " was not started: " + Log.cause(thrown));
      }
    }
  }
}
