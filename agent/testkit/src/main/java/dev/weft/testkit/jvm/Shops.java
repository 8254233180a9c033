// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit.jvm;

import dev.weft.testkit.OtlpReceiver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * JVMs in which the sample applications of {@code smoke-tests/shop} are to run; they have to be on
 * the test's class path.
 */
public final class Shops {
  private Shops() {}

  /** On the Java that runs this test. */
  public static Jvm jvm() {
    return Jvm.create().classPath(applications());
  }

  /** On the Java under a folder. */
  public static Jvm jvm(Path home) {
    return Jvm.in(home).classPath(applications());
  }

  /** Returns the applications and the libraries that they use. */
  public static List<Path> applications() {
    return new ArrayList<>(
        List.of(
            Jvm.locationOf("example.Shop"),
            Jvm.locationOf("javax.servlet.Servlet"),
            Jvm.locationOf("org.slf4j.Logger"),
            Jvm.locationOf("ch.qos.logback.classic.Logger"),
            Jvm.locationOf("ch.qos.logback.core.Context"),
            Jvm.locationOf("org.h2.Driver")));
  }

  /** A {@code Shop} with a database that exports to a receiver; at the end at the latest. */
  public static Jvm sendingTo(OtlpReceiver receiver) {
    return withDatabase().env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint());
  }

  /** Exports nothing. */
  public static Jvm silent() {
    return withDatabase()
        .env("OTEL_TRACES_EXPORTER", "none")
        .env("OTEL_METRICS_EXPORTER", "none")
        .env("OTEL_LOGS_EXPORTER", "none");
  }

  /** A {@code Shop} with a database. */
  public static Jvm withDatabase() {
    return jvm().option("-Dshop.database=jdbc:h2:mem:shop");
  }
}
