// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.growth;

import dev.weft.benchmarks.Child;
import dev.weft.benchmarks.Launch;
import dev.weft.benchmarks.Sink;
import dev.weft.benchmarks.Subject;
import dev.weft.benchmarks.Table;
import dev.weft.benchmarks.stub.ApplicationClassPath;
import java.nio.file.Path;

/** So many units of one kind, measured in one JVM. */
record Step(Unit unit, int units, Path home, Path driver, Path work) {
  /** By then agents have looked at the JVM for the first time. */
  private static final long SETTLED_NANOS = 3_000_000_000L;

  /** After this time at most an agent looks for something to send. */
  static final int EXPORT_MILLIS = 200;

  private static final long PATIENCE_MILLIS = 20_000;

  void measure(Subject subject, Table table) throws Exception {
    try (Sink sink = Sink.start();
        Child child = start(subject, sink)) {
      child.awaitLine(GrowingApplication.FIRST_MADE);
      if (subject != Subject.NONE) {
        settle(subject, sink, child);
      }
      child.say("go");
      Measured before = Measured.of(child.awaitLine(GrowingApplication.BEFORE));
      Measured grown = Measured.of(child.awaitLine(GrowingApplication.GROWN));
      Measured released = Measured.of(child.awaitLine(GrowingApplication.RELEASED));
      if (child.end().exitCode() != 0) {
        throw new IllegalStateException(unit + " failed under " + subject);
      }
      check(subject, sink, released);
      add(subject, before, grown, released, table);
      if (calls(subject)) {
        double calls = units + GrowingApplication.FIRST;
        table.add(units + " calls: delivered", "%", subject, 100 * sink.spans() / calls);
      }
    }
  }

  private Child start(Subject subject, Sink sink) throws Exception {
    return Launch.of(home, subject)
        .sink(sink)
        .env("OTEL_BSP_SCHEDULE_DELAY", EXPORT_MILLIS + "")
        .work(work)
        .classPath(ApplicationClassPath.entries())
        .start(GrowingApplication.class.getName(), unit.name(), units + "", driver.toString());
  }

  private boolean calls(Subject subject) {
    return unit.makesCalls() && subject != Subject.NONE;
  }

  /** Has an agent bring up its exporter for the first units, which is not a matter of growth. */
  private void settle(Subject subject, Sink sink, Child child) throws InterruptedException {
    if (calls(subject) && !sink.awaitSpans(GrowingApplication.FIRST, PATIENCE_MILLIS)) {
      throw new IllegalStateException(unit + " under " + subject + ": no spans of the first units");
    }
    long left = child.startedNanos() + SETTLED_NANOS - System.nanoTime();
    if (left > 0) {
      Thread.sleep(left / 1_000_000);
    }
  }

  private void check(Subject subject, Sink sink, Measured released) {
    if (!calls(subject) && sink.spans() > 0) {
      throw new IllegalStateException(unit + " under " + subject + ": " + sink.spans() + " spans");
    }
    if (unit == Unit.LOADERS && subject == Subject.WEFT && released.count() > 1) {
      throw new IllegalStateException(
          released.count() + " class loaders that nobody uses are not collected");
    }
  }

  /** Begins the names of the rows that tell what one of so many units costs. */
  static String each(int units) {
    return "each of " + units + ": ";
  }

  /** Begins the names of the rows that tell what is left after so many units were let go. */
  static String letGo(int units) {
    return units + " let go: ";
  }

  private void add(
      Subject subject, Measured before, Measured grown, Measured released, Table table) {
    double cpu = (grown.cpuUntil() - before.cpuFrom()) * 1e3;
    table.add(each(units) + "CPU", "µs", subject, cpu / units);
    double heap = (grown.heap() - before.heap()) * 1e3;
    table.add(each(units) + "heap", "B", subject, heap / units);
    double metaspace = (grown.metaspace() - before.metaspace()) * 1e3;
    table.add(each(units) + "metaspace", "B", subject, metaspace / units);
    double classes = grown.classes() - before.classes();
    table.add(each(units) + "classes", "", subject, classes / units);
    String after = letGo(units);
    table.add(after + "heap", "kB", subject, released.heap() - before.heap());
    table.add(after + "metaspace", "kB", subject, released.metaspace() - before.metaspace());
  }
}
