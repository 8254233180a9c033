// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.jvm.ClassLog;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nothing is done behind the JVM's back. Newer JVMs are made to report each case of it, and all say
 * whether the class that it takes was loaded at all.
 */
class IntegrityTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "17, http/protobuf",
    "17, grpc",
    "25, http/protobuf",
    "25, grpc",
    "26, http/protobuf",
    "26, grpc"
  })
  void shop_isObservedWithoutUnsafeNativeCodeOrFinalFields(int feature, String protocol) {
    ClassLog log = new ClassLog(folder);
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      boolean grpc = protocol.equals("grpc");
      Jvm jvm =
          Shops.jvm(Jvm.home(feature))
              .env("OTEL_EXPORTER_OTLP_PROTOCOL", protocol)
              .env(
                  "OTEL_EXPORTER_OTLP_ENDPOINT",
                  grpc ? receiver.grpcEndpoint() : receiver.httpEndpoint())
              .option("-Dshop.database=jdbc:h2:mem:shop", log.option());

      Outcome outcome = serve(reporting(jvm, feature));

      assertThat(outcome.stderr()).isEmpty();
      assertThat(receiver.telemetry().spans()).hasSize(6);
      receiver.telemetry().awaitMetric("jvm.memory.used");
      assertThat(log.names())
          .contains("dev.weft.engine.weave.Loom")
          .doesNotContain("sun.misc.Unsafe")
          .noneMatch(name -> name.startsWith("dev.weft.") && name.contains("Unsafe$"));
    }
  }

  private static Jvm reporting(Jvm jvm, int feature) {
    List<String> options = new java.util.ArrayList<>();
    if (feature >= 24) {
      options.add("--sun-misc-unsafe-memory-access=debug");
      options.add("--illegal-native-access=warn");
    }
    if (feature >= 26) {
      options.add("--illegal-final-field-mutation=debug");
    }
    return jvm.option(options.toArray(String[]::new));
  }

  private static Outcome serve(Jvm jvm) {
    try (Running shop = jvm.start("example.Shop")) {
      return shop.orders(3, "GET /orders").end();
    }
  }
}
