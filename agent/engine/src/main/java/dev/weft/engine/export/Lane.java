// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.Scope;
import dev.weft.api.metrics.Labels;
import dev.weft.api.metrics.Metrics;
import dev.weft.api.metrics.Observable;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of one kind of record from its queue to its exporters, batch by batch; what gets lost is
 * counted. Used by the export thread alone.
 *
 * @param <T> what is recorded
 */
final class Lane<T> {
  private final String what;
  private final RecordQueue<T> queue;
  private final long timeoutMillis;
  private final Supplier<List<Exporter<T>>> making;
  private @Nullable List<Exporter<T>> exporters;
  private final Complaints complaints;
  private final List<T> batch = new ArrayList<>();
  private long undelivered;

  /**
   * Creates it.
   *
   * @param what its records are called, in the plural
   * @param exporters made when there is something to send
   * @param timeoutMillis how long a batch may take, 0 for any time
   */
  Lane(
      String what,
      RecordQueue<T> queue,
      long timeoutMillis,
      Supplier<List<Exporter<T>>> exporters,
      Complaints complaints) {
    this.what = what;
    this.queue = queue;
    this.timeoutMillis = Pipeline.unlimitedIfZero(timeoutMillis);
    this.making = exporters;
    this.complaints = complaints;
  }

  /** Reports what was lost as a metric of this name. */
  Lane<T> observe(Scope scope, String metric, String unit) {
    Metrics.observe(
        scope,
        metric,
        unit,
        "What was recorded and not delivered, by reason.",
        Observable.Type.COUNTER,
        this::losses,
        "reason");
    return this;
  }

  private void losses(Observable.Observer observer) {
    if (queue.dropped() > 0) {
      observer.value(queue.dropped(), Labels.of("queue_full"));
    }
    if (undelivered > 0) {
      observer.value(undelivered, Labels.of("export_failed"));
    }
  }

  /** How many could not be delivered since the beginning. */
  long undelivered() {
    return undelivered;
  }

  /**
   * Sends complete batches, until told to stop between two. What trickles in while one is sent
   * waits until it is a batch as well, or its time has come.
   *
   * @param rest whether to send what waits now in any case
   * @return whether all was sent that was to be sent
   */
  boolean send(boolean rest, BooleanSupplier stop) {
    BooleanSupplier passed = queue.passed();
    boolean begun = false;
    while (queue.full() || (rest && !passed.getAsBoolean())) {
      if (begun && stop.getAsBoolean()) {
        return false;
      }
      fill();
      if (batch.isEmpty()) {
        return true;
      }
      deliver();
      batch.clear();
      begun = true;
    }
    return true;
  }

  private void fill() {
    T record;
    while (batch.size() < queue.batch() && (record = queue.poll()) != null) {
      batch.add(record);
    }
  }

  private void deliver() {
    if (exporters().isEmpty()) {
      undelivered += batch.size(); // there is one in the settings, but it cannot be used
    }
    for (Exporter<T> exporter : exporters()) {
      long before = undelivered;
      CompletableResultCode result = outcome(exporter);
      if (!result.isSuccess()) {
        long lost = batch.size() - (undelivered - before);
        undelivered += lost;
        complaints.say(lost + " " + what + " were not delivered", result);
      }
    }
  }

  private List<Exporter<T>> exporters() {
    List<Exporter<T>> made = exporters;
    if (made == null) {
      made = making.get();
      exporters = made;
    }
    return made;
  }

  /** What an exporter throws is a failure as any other: exporting goes on. */
  private CompletableResultCode outcome(Exporter<T> exporter) {
    try {
      return exporter.export(batch, this::lost).join(timeoutMillis, TimeUnit.MILLISECONDS);
    } catch (Throwable thrown) {
      return CompletableResultCode.ofExceptionalFailure(thrown);
    }
  }

  private void lost(Throwable thrown) {
    undelivered++;
    complaints.say(
        "one of the " + what + " was not delivered",
        CompletableResultCode.ofExceptionalFailure(thrown));
  }
}
