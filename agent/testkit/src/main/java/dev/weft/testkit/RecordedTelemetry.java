// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Everything that came in, for assertions. The await methods wait and only look; the take methods
 * also claim the spans they return. A strict test claims every span it expects and ends with {@link
 * #assertAllClaimed()}, so that a span too many fails it.
 *
 * <p>All methods may be called from any thread. Waiting ends after the patience given to the
 * constructor with an {@link AssertionError} that shows what did arrive.
 */
public final class RecordedTelemetry {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Duration patience;
  private final Inbox<RecordedSpan> spans = new Inbox<>();
  private final Inbox<RecordedMetric> metrics = new Inbox<>();
  private final Inbox<RecordedLog> logs = new Inbox<>();

  /** Touched only while looking into {@link #spans}; by identity, for a span may arrive twice. */
  private final Set<RecordedSpan> claimed = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Creates an empty record whose waits take up to ten seconds. */
  public RecordedTelemetry() {
    this(PATIENCE);
  }

  /** Creates an empty record whose waits take up to the given time. */
  public RecordedTelemetry(Duration patience) {
    this.patience = patience;
  }

  void addSpans(Collection<RecordedSpan> arrived) {
    spans.add(arrived);
  }

  void addMetrics(Collection<RecordedMetric> arrived) {
    metrics.add(arrived);
  }

  void addLogs(Collection<RecordedLog> arrived) {
    logs.add(arrived);
  }

  /** Returns all spans so far, in order of arrival. */
  public List<RecordedSpan> spans() {
    return spans.all();
  }

  /** Returns all exports of metrics so far, in order of arrival. */
  public List<RecordedMetric> metrics() {
    return metrics.all();
  }

  /** Returns all log records so far, in order of arrival. */
  public List<RecordedLog> logs() {
    return logs.all();
  }

  /** Returns the spans of one trace so far, earliest start first; empty if none arrived. */
  public List<RecordedSpan> trace(String traceId) {
    return Traces.only(traceId, spans.all());
  }

  /** Waits for at least so many spans that match and returns all that do. */
  public List<RecordedSpan> awaitSpans(int atLeast, Predicate<? super RecordedSpan> wanted) {
    return spans.await(
        patience,
        all -> Optional.of(matching(all, wanted)).filter(found -> found.size() >= atLeast),
        all ->
            "only %d of %d expected spans among%n%s"
                .formatted(matching(all, wanted).size(), atLeast, TraceTree.of(all)));
  }

  /** Waits for a trace with unclaimed spans and at least so many spans, earliest start first. */
  public List<RecordedSpan> awaitTrace(int atLeast) {
    return awaitTrace(trace -> trace.size() >= atLeast);
  }

  /** Waits for a trace with unclaimed spans that matches; its spans come earliest start first. */
  public List<RecordedSpan> awaitTrace(Predicate<? super List<RecordedSpan>> wanted) {
    return spans.await(patience, all -> openTrace(all, wanted), this::noSuchTrace);
  }

  /** Waits like {@link #awaitTrace(int)} and claims the spans it returns. */
  public List<RecordedSpan> takeTrace(int atLeast) {
    return spans.await(
        patience,
        all -> openTrace(all, trace -> trace.size() >= atLeast).map(this::claimAll),
        this::noSuchTrace);
  }

  /** Waits for an unclaimed span of the given name and claims it; the first to arrive wins. */
  public RecordedSpan takeSpan(String name) {
    return take("named " + name, span -> span.name().equals(name));
  }

  /** Waits for an unclaimed span that matches and claims it; the first to arrive wins. */
  public RecordedSpan takeSpan(Predicate<? super RecordedSpan> wanted) {
    return take("as expected", wanted);
  }

  /** Waits for an export of the named metric and returns the newest. */
  public RecordedMetric awaitMetric(String name) {
    return awaitMetric(name, metric -> true);
  }

  /** Waits for an export of the named metric that matches and returns the newest that does. */
  public RecordedMetric awaitMetric(String name, Predicate<? super RecordedMetric> wanted) {
    return metrics.await(
        patience,
        all ->
            all.stream()
                .filter(metric -> metric.name().equals(name) && wanted.test(metric))
                .reduce((older, newer) -> newer),
        all -> "no metric " + name + " as expected among\n" + MetricTable.of(all));
  }

  /** Waits for a log record that matches and returns the first that does. */
  public RecordedLog awaitLog(Predicate<? super RecordedLog> wanted) {
    return logs.await(
        patience,
        all -> all.stream().filter(wanted).findFirst(),
        all -> "no log record as expected among " + all);
  }

  /**
   * Passes if every span so far was claimed. Does not wait.
   *
   * @throws AssertionError with the traces concerned, the unclaimed spans marked
   */
  public void assertAllClaimed() {
    Optional<String> complaint = spans.look(this::unclaimed);
    if (complaint.isPresent()) {
      throw new AssertionError(complaint.get());
    }
  }

  /** Forgets everything that came in and everything that was claimed. */
  public void clear() {
    spans.look(
        all -> {
          spans.clear();
          claimed.clear();
          return all.size();
        });
    metrics.clear();
    logs.clear();
  }

  private RecordedSpan take(String description, Predicate<? super RecordedSpan> wanted) {
    return spans.await(
        patience,
        all -> {
          Optional<RecordedSpan> found =
              all.stream().filter(span -> !claimed.contains(span) && wanted.test(span)).findFirst();
          found.ifPresent(claimed::add);
          return found;
        },
        all -> "no unclaimed span " + description + " among\n" + marked(all));
  }

  private List<RecordedSpan> claimAll(List<RecordedSpan> trace) {
    claimed.addAll(trace);
    return trace;
  }

  private Optional<List<RecordedSpan>> openTrace(
      List<RecordedSpan> all, Predicate<? super List<RecordedSpan>> wanted) {
    return Traces.each(all).stream()
        .filter(trace -> !claimed.containsAll(trace) && wanted.test(trace))
        .findFirst();
  }

  private Optional<String> unclaimed(List<RecordedSpan> all) {
    List<RecordedSpan> open = matching(all, span -> !claimed.contains(span));
    if (open.isEmpty()) {
      return Optional.empty();
    }
    List<RecordedSpan> concerned =
        matching(all, span -> open.stream().anyMatch(o -> o.traceId().equals(span.traceId())));
    return Optional.of(
        "%d of %d spans unclaimed (marked !)%n%s"
            .formatted(open.size(), all.size(), marked(concerned)));
  }

  private TraceTree marked(List<RecordedSpan> some) {
    return TraceTree.of(some).marking(span -> !claimed.contains(span));
  }

  private String noSuchTrace(List<RecordedSpan> all) {
    return "no trace as expected with unclaimed spans (marked !) among\n" + marked(all);
  }

  private static List<RecordedSpan> matching(
      List<RecordedSpan> all, Predicate<? super RecordedSpan> wanted) {
    return all.stream().filter(wanted).toList();
  }
}
