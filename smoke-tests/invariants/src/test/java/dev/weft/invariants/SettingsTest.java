// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Shops;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a setting is said once, in one line, and the application runs. */
class SettingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OTEL_TRACE_EXPORTER | none | OTEL_TRACES_EXPORTER",
        "OTEL_SERVICE_NAMES | shop | OTEL_SERVICE_NAME",
        "OTEL_BSP_SCHEDULE_DELAY | 5 parsecs | 5000",
        "OTEL_TRACES_SAMPLER | sometimes | parentbased_always_on",
        "OTEL_INSTRUMENTATION_JDBD_ENABLED | false | OTEL_INSTRUMENTATION_JDBC_ENABLED",
        "OTEL_EXPORTER_OTLP_PROTOCOL | smoke-signs | http/protobuf",
        "OTEL_EXPORTER_OTLP_ENDPOINT | localhost | not set",
        "OTEL_EXPORTER_OTLP_HEADERS | no-equals-sign | number 1",
      })
  void misspeltVariable_isAnsweredByOneLine(String name, String value, String hint) {
    Outcome outcome = Shops.jvm().env(name, value).run("example.Hello");

    assertThat(outcome.err()).singleElement().asString().startsWith("[weft] ").contains(name, hint);
    assertThat(outcome.stdout()).startsWith("Hello");
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void unknownProperty_isAnsweredByOneLine() {
    Outcome outcome = Shops.jvm().option("-Dotel.foo=bar").run("example.Hello");

    assertThat(outcome.err()).singleElement().asString().startsWith("[weft] otel.foo");
    assertThat(outcome.stdout()).startsWith("Hello");
  }

  @Test
  void severalMistakes_areALineEach() {
    Outcome outcome =
        Shops.jvm()
            .option("-Dotel.traces.exporters=none", "-Dotel.bsp.schedule.delay=soon")
            .agentArguments("otel.propagator=b3;nonsense")
            .run("example.Hello");

    assertThat(outcome.err()).hasSize(4).allMatch(line -> line.startsWith("[weft] "));
    assertThat(outcome.stdout()).startsWith("Hello");
  }

  @Test
  void secretHeaders_areNeverPrinted() {
    Outcome outcome =
        Shops.jvm()
            .env("OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer s3cret,s3cret-too")
            .env("OTEL_EXPORTER_OTLP_TRACES_HEADERS", "s3cret")
            .env("OTEL_EXPORTER_OTLP_HEADER", "authorization=s3cret")
            .env("OTEL_EXPORTER_OTLP_ENDPOINT", "http://user:s3cret@localhost:bad")
            .run("example.Hello");

    assertThat(outcome.err()).hasSize(4);
    assertThat(outcome.stderr() + outcome.stdout()).doesNotContain("s3cret");
  }
}
