// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process says about itself. */
class ResourceTest {
  private static final String SHOP = "example.Shop";

  private static Map<String, Object> resourceOf(Jvm jvm) {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running shop =
            jvm.env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint()).start(SHOP)) {
      shop.order("GET /orders").end();

      RecordedSpan span = receiver.telemetry().takeSpan("GET");
      assertThat(receiver.telemetry().metrics())
          .isNotEmpty()
          .allMatch(metric -> metric.resource().equals(span.resource()));
      return span.resource();
    }
  }

  @Test
  void resource_describesTheProcess() {
    Map<String, Object> resource =
        resourceOf(Shops.withDatabase().env("HOSTNAME", "pod-1", "SPRING_APPLICATION_NAME", "app"));

    assertThat(resource)
        .containsEntry("service.name", "app")
        .containsEntry("host.name", "pod-1")
        .containsEntry("process.runtime.version", System.getProperty("java.runtime.version"))
        .containsEntry("telemetry.distro.name", "weft")
        .containsEntry("telemetry.sdk.language", "java")
        .containsKeys(
            "host.arch",
            "os.type",
            "os.version",
            "os.description",
            "process.pid",
            "process.executable.path",
            "process.runtime.name",
            "process.runtime.description",
            "service.instance.id",
            "telemetry.sdk.name",
            "telemetry.sdk.version",
            "telemetry.distro.version")
        .doesNotContainKeys("process.command_line", "process.command_args");
    assertThat(new File((String) resource.get("process.executable.path"))).exists();
  }

  @Test
  void resource_withoutWhatUsersDoNotWant() {
    Jvm jvm =
        Shops.withDatabase()
            .env("OTEL_RESOURCE_DISABLED_KEYS", "process.pid,telemetry.sdk.version")
            .env(
                "OTEL_JAVA_DISABLED_RESOURCE_PROVIDERS",
                "io.opentelemetry.instrumentation.resources.ProcessRuntimeResourceProvider,"
                    + "io.opentelemetry.sdk.extension.incubator.resources"
                    + ".ServiceInstanceIdResourceProvider");

    assertThat(resourceOf(jvm))
        .containsKey("process.executable.path")
        .doesNotContainKeys("process.pid", "telemetry.sdk.version", "process.runtime.name")
        .doesNotContainKey("service.instance.id");
  }

  @Test
  void serviceName_ofAnExecutableJar_isItsName(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("orders-1.4.jar");
    write(jar, null);

    assertThat(resourceOf(jar)).containsEntry("service.name", "orders-1.4");

    write(jar, "Order Desk");
    assertThat(resourceOf(jar))
        .containsEntry("service.name", "Order Desk")
        .containsEntry("service.version", "1.4");
  }

  private static void write(Path jar, String title) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, SHOP);
    main.put(
        Attributes.Name.CLASS_PATH,
        Shops.applications().stream()
            .map(path -> path.toUri().toString())
            .collect(Collectors.joining(" ")));
    if (title != null) {
      main.put(Attributes.Name.IMPLEMENTATION_TITLE, title);
      main.put(Attributes.Name.IMPLEMENTATION_VERSION, "1.4");
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream closed = new JarOutputStream(out, manifest)) {
      closed.flush();
    }
  }

  private static Map<String, Object> resourceOf(Path jar) {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        Running shop =
            Jvm.create()
                .env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint())
                .execute(
                    List.of(
                        Jvm.HOME.resolve("bin/java").toString(),
                        "-javaagent:" + Jvm.jar(),
                        "-jar",
                        jar.toString()))) {
      shop.order("GET /orders").end();
      return receiver.telemetry().takeSpan("GET").resource();
    }
  }

  @Test
  void resourceAttributes_areInTheLoggingContext(@TempDir Path folder) throws IOException {
    Path logback = folder.resolve("logback.xml");
    Files.writeString(
        logback,
        "<configuration><appender name=\"o\" class=\"ch.qos.logback.core.ConsoleAppender\">"
            + "<encoder><pattern>%msg by %X{service.name} of %X{k}%n</pattern></encoder></appender>"
            + "<root level=\"INFO\"><appender-ref ref=\"o\"/></root></configuration>");
    Jvm jvm =
        Shops.silent()
            .option("-Dlogback.configurationFile=" + logback)
            .env("OTEL_SERVICE_NAME", "shop", "OTEL_RESOURCE_ATTRIBUTES", "k=v")
            .env("OTEL_INSTRUMENTATION_COMMON_MDC_RESOURCE_ATTRIBUTES", "service.name,k");

    try (Running shop = jvm.start(SHOP)) {
      Outcome outcome = shop.order("GET /orders").end();

      assertThat(outcome.stdout()).contains("order by shop of v");
    }
  }
}
