// SPDX-License-Identifier: Apache-2.0
package dev.weft.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jars;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import example.surroundings.RetransformingAgent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents that change classes for other reasons, before and after this one. */
class OtherAgentTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void coverage_isMeasuredAndTraced(boolean first) throws IOException {
    Path coverage = folder.resolve("jacoco.exec");
    String other =
        "-javaagent:" + Surroundings.jar("org.jacoco.agent-runtime") + "=destfile=" + coverage;

    Order order =
        Order.served(
            () -> first ? Shops.jvm().before(other) : Shops.jvm().option(other), "example.Shop");

    order.isTraced();
    assertThat(Files.readString(coverage, StandardCharsets.ISO_8859_1))
        .contains("example/Shop", "example/OrderServlet", "org/h2/jdbc/JdbcStatement");
  }

  @ParameterizedTest
  @CsvSource({"true,nothing", "true,same", "true,failure", "false,same", "false,failure"})
  void retransformed_classes_stayWoven(boolean first, String does) throws IOException {
    String other = "-javaagent:" + retransformingAgent() + "=" + does;
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running shop = start(first, other, receiver)) {
      Outcome outcome = shop.orders(3, "GET /orders").end();

      assertThat(outcome.stderr()).isEmpty();
      assertThat(outcome.out()).last().isEqualTo("closed");
      List<RecordedSpan> spans = receiver.telemetry().spans();
      assertThat(spans)
          .extracting(RecordedSpan::name)
          .containsExactlyInAnyOrder("GET", "GET", "GET", "SELECT", "SELECT", "SELECT");
      assertThat(spans).filteredOn(span -> !span.isRoot()).hasSize(3);
    }
  }

  private Path retransformingAgent() throws IOException {
    Path jar = folder.resolve("other.jar");
    String name = RetransformingAgent.class.getName();
    Jars.write(jar, Map.of("Premain-Class", name, "Can-Retransform-Classes", "true"), Map.of());
    return jar;
  }

  private static Running start(boolean first, String other, OtlpReceiver receiver) {
    Jvm jvm = Shops.sendingTo(receiver).classPath(Surroundings.withHosts(Shops.applications()));
    return (first ? jvm.before(other) : jvm.option(other))
        .start("example.surroundings.RetransformedShop");
  }
}
