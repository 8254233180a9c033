// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the pods of {@code pods/} as a kubelet would: init containers one after the other, then all
 * others at once.
 */
abstract class InjectedPodContract {
  @TempDir static Path shared;

  static MutualTls tls;
  static Volumes volumes;

  @TempDir Path folder;

  @BeforeAll
  static void makeVolumes() throws IOException, GeneralSecurityException {
    tls = MutualTls.in(shared);
    volumes = Volumes.in(shared, tls);
  }

  abstract Node node() throws IOException;

  static Stream<Pod> pods() {
    return Pod.all();
  }

  @ParameterizedTest
  @MethodSource("pods")
  void injectedPod_isObserved(Pod pod) throws IOException {
    try (Node node = node()) {
      for (Container container : pod.initContainers()) {
        if (container.isApplication()) {
          runTogether(node, List.of(container), pod);
        } else {
          initialize(node, container);
        }
      }
      runTogether(node, pod.containers(), pod);
    }
  }

  private static void initialize(Node node, Container container) {
    try (Running running = node.start(container, Kubelet.environment(container))) {
      Outcome outcome = running.end();

      assertThat(outcome.stderr()).as("%s", container.command()).isEmpty();
      assertThat(outcome.exitCode()).isZero();
    }
  }

  private static void runTogether(Node node, List<Container> containers, Pod pod) {
    List<Application> applications = new ArrayList<>();
    try {
      containers.forEach(one -> applications.add(Application.start(node, one, tls)));

      applications.forEach(application -> application.serve(pod.request()));

      applications.forEach(application -> application.assertObserved(pod));
    } finally {
      applications.forEach(Application::close);
    }
  }
}
