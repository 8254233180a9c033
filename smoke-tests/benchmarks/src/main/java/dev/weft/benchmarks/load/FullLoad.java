// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.load;

import dev.weft.benchmarks.Subject;
import dev.weft.benchmarks.Table;
import java.nio.file.Path;

/**
 * Whether what is recorded is also delivered when the application never has a pause: more
 * connections than processors, and one processor for the application and the agent alike.
 */
final class FullLoad {
  private static final int CONNECTIONS = 4;
  private static final int PROBE = 20;

  private final Application application;
  private final Path javaHome;
  private final Path work;
  private final Table table;

  FullLoad(Application application, Path javaHome, Path work, Table table) {
    this.application = application;
    this.javaHome = javaHome;
    this.work = work;
    this.table = table;
  }

  void run(Subject subject, Effort effort) throws Exception {
    try (Server server = Server.start(application, subject, javaHome, Processors.ONE, work)) {
      Client client = new Client(server.port(), application.path(), CONNECTIONS);
      client.closedSeconds(effort.warmUp() / 2);
      Delivery delivery = new Delivery(server.sink());
      delivery.begin();
      new Client(server.port(), application.path(), 1).closedSeconds(PROBE);
      long each = delivery.all();
      delivery.begin();
      double seconds = client.closedSeconds(effort.closed());
      long expected = each * effort.closed() / PROBE;
      long delivered = delivery.atMost(expected);
      table.add("requests", "/s", subject, effort.closed() / seconds);
      table.add("spans delivered", "%", subject, 100.0 * delivered / expected);
      table.add("spans missing", "", subject, (double) (expected - delivered));
      server.end();
      if (subject == Subject.WEFT) {
        table.add(
            "said to be dropped, warm-up included",
            "spans",
            subject,
            (double) server.sink().dropped());
      }
    }
  }
}
