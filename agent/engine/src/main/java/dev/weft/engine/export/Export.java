// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.metrics.Histogram;
import dev.weft.api.metrics.Instrument;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.trace.SpanSink;
import dev.weft.engine.Log;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Keys;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that exports: it sleeps until a batch is complete or its time has come. The SDK's
 * data model and exporters are loaded when the first batch is sent, not before. At shutdown what
 * waits is sent within a bounded time.
 */
public final class Export implements Runnable {
  private static final long SHUTDOWN_MILLIS = 2000;
  private static final long FIRST_LOOK_MILLIS = 2000;
  private static final long LONGEST_MILLIS = TimeUnit.DAYS.toMillis(365);

  private final Configuration configuration;
  private final List<String> instrumentations;
  private final ClassLoader own;
  private final SpanQueue queue;
  private final boolean spans;
  private final boolean metrics;
  private final long spanNanos;
  private final long metricNanos;
  private final int batch;
  private final long started = System.currentTimeMillis();
  private final Thread thread;
  private volatile boolean stopping;
  private volatile boolean weaving;
  private boolean observing;
  private long nextMetrics;

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
    this.spanNanos = nanos(configuration.duration(Keys.BSP_SCHEDULE_DELAY));
    this.metricNanos = nanos(configuration.duration(Keys.METRIC_EXPORT_INTERVAL));
    int capacity = configuration.integer(Keys.BSP_MAX_QUEUE_SIZE);
    this.batch = Math.min(configuration.integer(Keys.BSP_MAX_EXPORT_BATCH_SIZE), capacity);
    this.queue = new SpanQueue(capacity, batch, this::wake);
    this.thread = new Thread(null, this, "weft-export");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
  }

  private static long nanos(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(Math.max(1, Math.min(millis, LONGEST_MILLIS)));
  }

  private static boolean none(List<String> exporters) {
    return exporters.isEmpty() || exporters.contains("none");
  }

  /** Returns where ended spans go; asked for before a first class is woven. */
  public SpanSink sink() {
    weaving = true;
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

  /** Sends what waits, and returns after two seconds at most. */
  void stop() {
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
    nextMetrics = start + metricNanos;
    long nextSpans = start + Math.min(nanos(FIRST_LOOK_MILLIS), spanNanos);
    while (!stopping) {
      long now = System.nanoTime();
      long due = metrics ? Math.min(nextSpans - now, nextMetrics - now) : nextSpans - now;
      if (due > 0 && queue.size() < batch) {
        LockSupport.parkNanos(this, due);
        // whoever interrupts us, a thread that stays interrupted never sleeps again
        Thread.interrupted();
        continue;
      }
      observe();
      if (queue.size() > 0 || metricsDue()) {
        pipeline = pipeline == null ? new Pipeline(configuration, queue, started) : pipeline;
        pipeline.sendSpans(this::hurry);
      }
      if (pipeline != null && metricsDue()) {
        pipeline.sendMetrics();
        nextMetrics = System.nanoTime() + metricNanos;
      }
      nextSpans = System.nanoTime() + spanNanos;
    }
    lastWords(pipeline);
  }

  private boolean metricsDue() {
    return metrics && System.nanoTime() - nextMetrics >= 0;
  }

  /** Spans that come in as fast as they are sent must not keep all else waiting. */
  private boolean hurry() {
    return stopping || metricsDue();
  }

  /**
   * Sends what waits. A process that recorded nothing and never exported says nothing of itself
   * either: loading an exporter for that would cost more than the process.
   */
  private void lastWords(@org.jspecify.annotations.Nullable Pipeline known) {
    if (known == null && !queue.used() && !measured()) {
      return;
    }
    observe();
    Pipeline pipeline = known == null ? new Pipeline(configuration, queue, started) : known;
    pipeline.sendSpans(() -> false);
    if (metrics) {
      pipeline.sendMetrics();
    }
  }

  /** Where spans are not recorded, metrics are. */
  private boolean measured() {
    if (!weaving || !metrics) {
      return false;
    }
    for (Instrument instrument : Metrics.instruments()) {
      if (instrument instanceof Histogram && !((Histogram) instrument).isEmpty()) {
        return true;
      }
    }
    return false;
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
