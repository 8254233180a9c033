// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.WeakIdentityMap;
import dev.weft.api.logs.LogSink;
import dev.weft.api.logs.Logs;
import dev.weft.api.metrics.Instrument;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.metrics.Observable;
import dev.weft.api.trace.SpanSink;
import dev.weft.engine.Log;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Keys;
import dev.weft.engine.config.MetricKeys;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that exports: it sleeps until a batch is complete or its time has come. The SDK's
 * data model and exporters are loaded when the first batch is sent, not before. At shutdown what
 * waits is sent within a bounded time.
 */
public final class Export implements Runnable {
  private static final long SHUTDOWN_MILLIS = 2000;
  private static final long FIRST_LOOK_MILLIS = 2000;
  private static final long WAIT_FOR_MEMORY_NANOS = 100_000_000L;

  private final Configuration configuration;
  private final List<String> instrumentations;
  private final ClassLoader own;
  private final boolean spans;
  private final boolean metrics;
  private final boolean logs;
  private final Schedule spansAt;
  private final Schedule metricsAt;
  private final Schedule logsAt;
  private final Schedule scrapedFrom;
  private final long started = System.currentTimeMillis();
  private final Thread thread;
  private volatile boolean stopping;
  private volatile @Nullable Queues queues;
  private boolean observing;
  private @Nullable Pipeline pipeline;

  /**
   * Creates it.
   *
   * @param instrumentations class names of what is enabled, to be told when the agent is up
   */
  public Export(Configuration configuration, List<String> instrumentations, ClassLoader own) {
    this.configuration = configuration;
    this.instrumentations = instrumentations;
    this.own = own;
    this.spans = configuration.exported(Keys.TRACES_EXPORTER);
    this.metrics = configuration.exported(Keys.METRICS_EXPORTER);
    this.logs = configuration.exported(Keys.LOGS_EXPORTER);
    this.spansAt = new Schedule(spans, configuration.duration(Keys.BSP_SCHEDULE_DELAY));
    this.metricsAt =
        new Schedule(metrics, configuration.duration(MetricKeys.METRIC_EXPORT_INTERVAL));
    this.logsAt = new Schedule(logs, configuration.duration(Keys.BLRP_SCHEDULE_DELAY));
    boolean scraped = metrics && configuration.list(Keys.METRICS_EXPORTER).contains("prometheus");
    this.scrapedFrom = new Schedule(scraped, Long.MAX_VALUE);
    this.thread = new Thread(new Quiet(), this, "weft-export");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
  }

  /** Returns where ended spans go; asked for before a first class is woven. */
  public SpanSink sink() {
    return queues().spanSink(spans);
  }

  /** Returns where log records go, or null if they are not exported. */
  public @Nullable LogSink logSink() {
    return logs ? queues().logSink() : null;
  }

  /** Most JVMs that run a short while weave nothing, and need no queues. */
  private synchronized Queues queues() {
    Queues made = queues;
    if (made == null) {
      made = new Queues(configuration, new Waking(thread));
      queues = made;
    }
    return made;
  }

  /** Starts the thread, if anything is exported at all. */
  public void start() {
    if (!spans && !metrics && !logs) {
      return;
    }
    thread.start();
    Runtime.getRuntime().addShutdownHook(new LastCall(this));
  }

  /** Sends what waits, and returns after two seconds at most. */
  void stop() {
    stopping = true;
    LockSupport.unpark(thread);
    try {
      thread.join(SHUTDOWN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    try {
      Logs.ignoreThisThread();
      loop();
    } catch (Throwable thrown) {
      Log.line("export has stopped: " + Log.cause(thrown));
    }
  }

  private void loop() {
    spansAt.start(FIRST_LOOK_MILLIS);
    logsAt.start(FIRST_LOOK_MILLIS);
    scrapedFrom.start(FIRST_LOOK_MILLIS);
    metricsAt.again();
    while (!stopping) {
      long left = Math.min(spansAt.left(), Math.min(logsAt.left(), metricsAt.left()));
      left = Math.min(left, scrapedFrom.left());
      if (left > 0 && !full()) {
        sleep(left);
        continue;
      }
      try {
        WeakIdentityMap.forgetCollected();
        observe();
        send();
      } catch (OutOfMemoryError full) {
        // the application has used up the memory, and may have room again later
        sleep(WAIT_FOR_MEMORY_NANOS);
      }
    }
    lastWords();
  }

  private void sleep(long nanos) {
    LockSupport.parkNanos(this, nanos);
    // whoever interrupts us, a thread that stays interrupted never sleeps again
    Thread.interrupted();
  }

  private boolean full() {
    Queues known = queues;
    return known != null && known.full();
  }

  private void send() {
    if (scrapedFrom.due()) {
      scrapedFrom.again();
      pipeline().serveMetrics();
    }
    Queues waiting = queues;
    if (spansAt.due() || (waiting != null && waiting.spans.full())) {
      if (waiting == null || waiting.spans.isEmpty() || sendSpans(waiting)) {
        spansAt.again();
      }
    }
    if (logsAt.due() || (waiting != null && waiting.logs.full())) {
      if (waiting == null || waiting.logs.isEmpty() || sendLogs(waiting)) {
        logsAt.again();
      }
    }
    if (metricsAt.due()) {
      pipeline().sendMetrics();
      metricsAt.again();
    }
  }

  private boolean sendSpans(Queues waiting) {
    return pipeline()
        .sendSpans(spansAt.due(), () -> hurry() || logsAt.due() || waiting.logs.full());
  }

  private boolean sendLogs(Queues waiting) {
    return pipeline()
        .sendLogs(logsAt.due(), () -> hurry() || spansAt.due() || waiting.spans.full());
  }

  private Pipeline pipeline() {
    Pipeline known = pipeline;
    if (known == null) {
      known = new Pipeline(configuration, queues(), started);
      pipeline = known;
    }
    return known;
  }

  /** What comes in as fast as it is sent must not keep all else waiting. */
  private boolean hurry() {
    return stopping || metricsAt.due();
  }

  /**
   * Sends what waits, and not what other threads record meanwhile: that might never end. A process
   * that recorded nothing and never exported says nothing of itself either: loading an exporter for
   * that would cost more than the process.
   */
  private void lastWords() {
    Queues waiting = queues;
    if (pipeline == null && (waiting == null || !(waiting.used() || measured()))) {
      return;
    }
    observe();
    sendWaiting(queues());
    if (metrics) {
      pipeline().sendMetrics();
    }
    sendWaiting(queues()); // what other shutdown hooks have recorded in the meantime
  }

  private void sendWaiting(Queues waiting) {
    pipeline().sendSpans(true, waiting.spans.passed());
    pipeline().sendLogs(true, waiting.logs.passed());
  }

  /** Where spans are not recorded, metrics are. */
  private boolean measured() {
    if (!metrics) {
      return false;
    }
    for (Instrument instrument : Metrics.instruments()) {
      if (!(instrument instanceof Observable) && !instrument.isEmpty()) {
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

  /** A class, as this is made while a first class is woven. */
  private static final class Waking implements Runnable {
    private final Thread export;

    Waking(Thread export) {
      this.export = export;
    }

    @Override
    public void run() {
      LockSupport.unpark(export);
    }
  }

  /** The shutdown hook. A class of its own: a lambda would take longer to make at the start. */
  private static final class LastCall extends Thread {
    private final Export export;

    LastCall(Export export) {
      super("weft-shutdown");
      this.export = export;
      setContextClassLoader(null);
    }

    @Override
    public void run() {
      export.stop();
    }
  }

  /**
   * The group of the export thread, and so of those that the exporters start. What ends one of them
   * is known to the export that it belonged to; by default the JVM prints a stack trace as well.
   */
  private static final class Quiet extends ThreadGroup {
    Quiet() {
      super("weft");
    }

    @Override
    public void uncaughtException(Thread ended, Throwable thrown) {}
  }
}
