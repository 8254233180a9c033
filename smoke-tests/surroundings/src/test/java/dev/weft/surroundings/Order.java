// SPDX-License-Identifier: Apache-2.0
package dev.weft.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.RecordedSpan.Kind;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * One order of a shop, served twice: without the agent, and with it.
 *
 * @param spans what was received from the second
 */
record Order(Outcome alone, Outcome observed, List<RecordedSpan> spans) {
  private static final String REQUEST = "GET /orders";

  /** Has it served by a main class in JVMs that are alike. */
  static Order served(Supplier<Jvm> jvm, String mainClass, String... arguments) {
    return withoutDatabase(
        () -> jvm.get().option("-Dshop.database=jdbc:h2:mem:shop"), mainClass, arguments);
  }

  /** The same, where no database can be had. */
  static Order withoutDatabase(Supplier<Jvm> jvm, String mainClass, String... arguments) {
    Outcome alone = serve(jvm.get().withoutAgent(), mainClass, arguments);
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Jvm observed = jvm.get().env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint());
      Outcome outcome = serve(observed, mainClass, arguments);
      return new Order(alone, outcome, receiver.telemetry().spans());
    }
  }

  private static Outcome serve(Jvm jvm, String mainClass, String... arguments) {
    try (Running shop = jvm.start(mainClass, arguments)) {
      return shop.order(REQUEST).end();
    }
  }

  /** Leaves lines of the JVM with these words out of the comparison. */
  Order except(String words) {
    String err = observed.stderr().replaceAll("[^\n]*" + Pattern.quote(words) + "[^\n]*\n", "");
    Outcome outcome =
        new Outcome(observed.exitCode(), observed.stdout(), err, observed.lastWords());
    return new Order(alone, outcome, spans);
  }

  /** The application did what it does without the agent, and every call of it was received. */
  void isTraced() {
    isTraced("GET", "SELECT");
    RecordedSpan query = named("SELECT");
    assertThat(query.kind()).isEqualTo(Kind.CLIENT);
    assertThat(query.isChildOf(named("GET"))).isTrue();
    assertThat(query.attribute("db.query.text")).isEqualTo("SELECT ?");
  }

  /** The same, with the names of all spans. */
  void isTraced(String... names) {
    isServedAlike();
    assertThat(spans).extracting(RecordedSpan::name).containsExactlyInAnyOrder(names);
    RecordedSpan server = named("GET");
    assertThat(server.kind()).isEqualTo(Kind.SERVER);
    assertThat(server.isRoot()).isTrue();
    assertThat(server.attribute("url.path")).isEqualTo("/orders");
    assertThat(observed.stdout()).contains("trace=" + server.traceId());
  }

  /** The application did what it does without the agent, but for the ids in its log. */
  void isServedAlike() {
    assertThat(alone.exitCode()).isZero();
    assertThat(alone.out()).contains("order trace=", "served " + REQUEST, "closed");
    assertThat(observed.exitCode()).isZero();
    assertThat(observed.stdout().replaceAll("trace=[0-9a-f]{32}", "trace="))
        .isEqualTo(alone.stdout());
    assertThat(observed.stderr()).isEqualTo(alone.stderr());
  }

  private RecordedSpan named(String name) {
    return spans.stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
  }
}
