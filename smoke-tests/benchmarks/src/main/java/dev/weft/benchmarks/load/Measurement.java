// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.load;

import dev.weft.benchmarks.Subject;
import dev.weft.benchmarks.Table;
import java.util.List;

/** What is measured of one JVM, from its warm-up to its end. For one thread. */
final class Measurement {
  private static final int CONNECTIONS = 2;

  private final Application application;
  private final Effort effort;
  private final Subject subject;
  private final Server server;
  private final Table table;
  private final Client client;
  private final Delivery delivery;
  private final boolean traced;

  Measurement(Application application, Effort effort, Subject subject, Server server, Table table) {
    this.application = application;
    this.effort = effort;
    this.subject = subject;
    this.server = server;
    this.table = table;
    this.client = new Client(server.port(), application.path(), CONNECTIONS);
    this.delivery = new Delivery(server.sink());
    this.traced = subject == Subject.WEFT || subject == Subject.REFERENCE;
  }

  /** Returns the names of the threads that live at the end. */
  List<String> run() throws Exception {
    client.closedSeconds(effort.warmUp());
    long spans = paced();
    closed(spans);
    add("after load: RSS, 256 of it heap", "MB", server.residentMegabytes());
    Settled settled = server.settled();
    add("after load: live heap", "MB", settled.heapBytes() / 1e6);
    add("after load: metaspace", "MB", settled.metaspaceBytes() / 1e6);
    add("after load: classes", "", settled.classes());
    add("after load: threads", "", settled.threads().size());
    server.end();
    if (subject == Subject.WEFT) {
      add("said to be dropped", "spans", (double) server.sink().dropped());
    }
    return settled.threads();
  }

  /** Far from saturation nothing is lost: here it is learnt how many spans a request has. */
  private long paced() throws Exception {
    if (traced) {
      delivery.begin();
    }
    Vitals before = server.vitals();
    long[] took = client.paced(effort.paced(), application.pace());
    Vitals used = server.vitals().since(before);
    String what = "paced, " + application.pace() + "/s: ";
    addUsed(what, used, effort.paced());
    add(what + "p50", "µs", took[took.length / 2] / 1e3);
    add(what + "p99", "µs", took[(int) (took.length * 0.99)] / 1e3);
    long spans = traced ? delivery.all() : 0;
    if (traced) {
      add("spans a request", "", (double) spans / effort.paced());
    }
    return spans;
  }

  private void closed(long spansOfPaced) throws Exception {
    if (traced) {
      delivery.begin();
    }
    Vitals before = server.vitals();
    double seconds = client.closedSeconds(effort.closed());
    Vitals used = server.vitals().since(before);
    String what = "closed loop: ";
    add(what + "requests", "/s", effort.closed() / seconds);
    addUsed(what, used, effort.closed());
    add(what + "garbage collections", "per 10 000", per10000(used.collections()));
    add(what + "time in these", "ms per 10 000", per10000(used.collectionMillis()));
    if (traced) {
      long expected = Math.round((double) spansOfPaced * effort.closed() / effort.paced());
      add(what + "spans delivered", "%", 100.0 * delivery.atMost(expected) / expected);
    }
  }

  private void addUsed(String what, Vitals used, int requests) {
    add(what + "CPU", "ms per 10 000", used.cpuNanos() / 1e6 / requests * 10_000);
    add(what + "allocated", "bytes per request", used.allocatedBytes() / requests);
  }

  private double per10000(double count) {
    return count / effort.closed() * 10_000;
  }

  private void add(String quantity, String unit, double value) {
    table.add(quantity, unit, subject, value);
  }
}
