// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.tools.attach.VirtualMachine;
import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent may come later than the application. */
class AttachTest {
  @Test
  void attachedAtRunTime_weavesWhatIsLoaded() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running shop = Shops.withDatabase().withoutAgent().start("example.Shop")) {
      shop.order("GET /before");

      attach(shop.pid(), "otel.exporter.otlp.endpoint=" + receiver.httpEndpoint());
      attach(shop.pid(), "");
      Outcome outcome = shop.order("GET /after").end();

      assertThat(outcome.err())
          .filteredOn(line -> line.startsWith("[weft]"))
          .containsExactly("[weft] already running in this JVM: the second start is ignored");
      assertThat(receiver.telemetry().spans())
          .extracting(RecordedSpan::name, span -> span.attribute("url.path"))
          .containsExactlyInAnyOrder(tuple("GET", "/after"), tuple("SELECT", null));
      assertThat(outcome.stdout()).containsPattern("trace=[0-9a-f]{32}\nserved GET /after");
    }
  }

  @Test
  void attachedAtRunTime_weavesRulesIntoWhatIsLoaded(@TempDir Path folder) throws Exception {
    Path rules =
        Files.writeString(
            folder.resolve("rules.yaml"),
            """
            rules:
              exchange:
                on: {class: example.Exchange, method: request(line)}
                span: {name: exchange, attributes: {line: line}}
            """);
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running shop = Shops.withDatabase().withoutAgent().start("example.Shop")) {
      shop.order("GET /before");

      attach(
          shop.pid(),
          "otel.exporter.otlp.endpoint=" + receiver.httpEndpoint() + ";weft.rules=" + rules);
      Outcome outcome = shop.order("GET /after").end();

      assertThat(outcome.err()).filteredOn(line -> line.startsWith("[weft]")).isEmpty();
      assertThat(receiver.telemetry().spans())
          .extracting(RecordedSpan::name, span -> span.attribute("line"))
          .contains(tuple("exchange", "GET /after"), tuple("GET", null))
          .doesNotContain(tuple("exchange", "GET /before"));
    }
  }

  private static void attach(long pid, String arguments) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
    try {
      machine.loadAgent(Jvm.jar(), arguments);
    } finally {
      machine.detach();
    }
  }
}
