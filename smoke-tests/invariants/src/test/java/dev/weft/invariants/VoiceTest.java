// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import org.junit.jupiter.api.Test;

/** How much the agent says, and where it keeps out. */
class VoiceTest {
  private static Outcome served(Jvm jvm) {
    try (Running shop = jvm.start("example.Shop")) {
      return shop.order("GET /orders").end();
    }
  }

  @Test
  void debug_namesTheStartAndEachWovenClass() {
    Outcome outcome = served(Shops.silent().env("OTEL_JAVAAGENT_DEBUG", "true"));

    assertThat(outcome.err()).allMatch(line -> line.startsWith("[weft] debug: "));
    assertThat(outcome.err().get(0)).contains("on Java", " servlet", " jdbc", " logback");
    assertThat(outcome.err())
        .anyMatch(line -> line.contains("woven by servlet: javax.servlet.http.HttpServlet in "))
        .anyMatch(line -> line.contains("woven by jdbc: org.h2.jdbc.JdbcStatement in "))
        .doesNotHaveDuplicates();
    assertThat(outcome.stdout()).doesNotContain("[weft]");
  }

  @Test
  void logging_none_isSilence() {
    Jvm jvm =
        Shops.withDatabase()
            .env("OTEL_JAVAAGENT_LOGGING", "none", "OTEL_JAVAAGENT_DEBUG", "true")
            .env("OTEL_NONSENSE", "1", "OTEL_METRICS_EXPORTER", "none")
            .env("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:1");

    assertThat(served(jvm).stderr()).isEmpty();
  }

  @Test
  void logging_application_isAnsweredByOneLine() {
    Outcome outcome = served(Shops.silent().env("OTEL_JAVAAGENT_LOGGING", "application"));

    assertThat(outcome.err())
        .singleElement()
        .asString()
        .contains("OTEL_JAVAAGENT_LOGGING=application", "the default simple is used");
  }

  @Test
  void excludedClassLoader_isLeftAlone() {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      String loader = ClassLoader.getSystemClassLoader().getClass().getName();

      served(
          Shops.sendingTo(receiver)
              .env("OTEL_JAVAAGENT_EXCLUDE_CLASS_LOADERS", loader)
              .env("OTEL_METRICS_EXPORTER", "none"));

      assertThat(receiver.telemetry().spans()).extracting(RecordedSpan::name).isEmpty();
    }
  }

  @Test
  void unreadableConfigurationFile_isOneLine() {
    Outcome outcome =
        served(Shops.silent().env("OTEL_JAVAAGENT_CONFIGURATION_FILE", "~/not/there.properties"));

    assertThat(outcome.err())
        .singleElement()
        .asString()
        .startsWith("[weft] OTEL_JAVAAGENT_CONFIGURATION_FILE")
        .contains("not/there.properties", "nothing is taken from this file");
    assertThat(outcome.out()).last().isEqualTo("closed");
  }
}
