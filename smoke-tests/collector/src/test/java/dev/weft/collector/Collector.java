// SPDX-License-Identifier: Apache-2.0
package dev.weft.collector;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Running;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A Collector as a process of its own. */
final class Collector implements AutoCloseable {
  private final Running running;

  private Collector(Running running) {
    this.running = running;
  }

  /** Starts one that takes in what is sent to the endpoints and passes it on to a receiver. */
  static Collector start(Endpoints endpoints, Certificates certificates, OtlpReceiver receiver) {
    Jvm environment = Jvm.create().env("SINK", receiver.httpEndpoint());
    environment.env("CERTIFICATES", certificates.folder());
    endpoints.variables().forEach(environment::env);
    List<String> command = new ArrayList<>(List.of(executable()));
    command.addAll(List.of("--config", Configuration.given().toString()));
    command.addAll(List.of("--config", Configuration.own("plain.yaml").toString()));
    command.addAll(List.of("--config", Configuration.own("tls.yaml").toString()));
    return new Collector(environment.execute(command).awaitErr("Everything is ready"));
  }

  /** Returns the program; without one the test is skipped. */
  static String executable() {
    String executable = System.getenv("OTELCOL");
    Assumptions.assumeTrue(executable != null, "OTELCOL is not set");
    return executable;
  }

  @Override
  public void close() {
    running.close();
  }
}
