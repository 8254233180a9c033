// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.load;

import dev.weft.benchmarks.Run;
import dev.weft.benchmarks.Subject;
import dev.weft.benchmarks.Table;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request of the reconciler allocates under Weft with all that it does, and without one
 * piece of that after the other. For one thread.
 *
 * <p>Without escape analysis: which objects that spares is another matter in each JVM, 3.6 kB a
 * request of one class of the AWS SDK among them, and as much as a piece has. Without it two JVMs
 * differ by less than 1 kB.
 */
public final class Pieces {
  private static final Application APPLICATION = Application.RECONCILE;
  private static final int CONNECTIONS = 1;
  private static final int WARM_UP = 700;
  private static final List<String> REPEATABLE = List.of("-XX:-DoEscapeAnalysis");

  private static final Map<String, Map<String, String>> STATES = states();

  private final Path javaHome;
  private final Run run;
  private final Table table;

  /** Creates what measures one round into a table. */
  public Pieces(Path javaHome, Run run, Table table) {
    this.javaHome = javaHome;
    this.run = run;
    this.table = table;
  }

  /** Measures all states, each in a JVM of its own. */
  public void measure() throws Exception {
    double none = allocated(Subject.NONE, Map.of(), "");
    add("all", Subject.REFERENCE, allocated(Subject.REFERENCE, Map.of(), ""));
    for (Map.Entry<String, Map<String, String>> state : STATES.entrySet()) {
      add(state.getKey(), Subject.NONE, none);
      add(
          state.getKey(),
          Subject.WEFT,
          allocated(Subject.WEFT, state.getValue(), state.getKey() + ": spans"));
    }
  }

  private static Map<String, Map<String, String>> states() {
    Map<String, Map<String, String>> states = new LinkedHashMap<>();
    states.put("all", Map.of());
    for (String name :
        new String[] {
          "servlet", "jdbc", "aws-sdk", "java-http-client", "logback-mdc", "logback-appender"
        }) {
      states.put("without " + name, Map.of(enabled(name), "false"));
    }
    states.put(
        "without printing ids in log lines",
        Map.of(
            "OTEL_INSTRUMENTATION_COMMON_LOGGING_TRACE_ID_KEY", "unprinted.trace",
            "OTEL_INSTRUMENTATION_COMMON_LOGGING_SPAN_ID_KEY", "unprinted.span",
            "OTEL_INSTRUMENTATION_COMMON_LOGGING_TRACE_FLAGS_KEY", "unprinted.flags"));
    states.put("without W3C trace headers", Map.of("OTEL_PROPAGATORS", "none"));
    states.put("without exporting metrics", Map.of("OTEL_METRICS_EXPORTER", "none"));
    states.put("without exporting spans", Map.of("OTEL_TRACES_EXPORTER", "none"));
    states.put("without sampling a span", Map.of("OTEL_TRACES_SAMPLER", "always_off"));
    states.put(
        "without instrumentations", Map.of("OTEL_INSTRUMENTATION_COMMON_DEFAULT_ENABLED", "false"));
    return states;
  }

  private static String enabled(String instrumentation) {
    return "OTEL_INSTRUMENTATION_"
        + instrumentation.toUpperCase(java.util.Locale.ROOT).replace('-', '_')
        + "_ENABLED";
  }

  private void add(String state, Subject subject, double bytes) {
    table.add(state + ": allocated", "bytes per request", subject, bytes);
  }

  private double allocated(Subject subject, Map<String, String> settings, String spans)
      throws Exception {
    try (Server server =
        Server.start(
            APPLICATION, subject, javaHome, Processors.ALL, run.work(), REPEATABLE, settings)) {
      int requests = run.quick() ? 300 : 500;
      Client client = new Client(server.port(), APPLICATION.path(), CONNECTIONS);
      Delivery delivery = new Delivery(server.sink());
      client.closedSeconds(WARM_UP);
      delivery.begin();
      Vitals before = server.vitals();
      client.closedSeconds(requests);
      double bytes = server.vitals().since(before).allocatedBytes() / requests;
      if (subject == Subject.WEFT) {
        table.add(spans, "a request", subject, (double) delivery.all() / requests);
      }
      server.end();
      return bytes;
    }
  }
}
