// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.AgentExtension;
import dev.weft.testkit.RawHttp;
import dev.weft.testkit.RawRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Web applications come and go in a running container; nothing of ours may hold on to them. */
class RedeploymentTest {
  private static final int TIMES = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> CLASSES =
      List.of("Deployed.class", "Deployed$Page.class", "Deployed$PageChain.class");
  private static final List<String> JARS =
      List.of("h2.jar", "logback-classic.jar", "logback-core.jar", "slf4j-api.jar");

  @RegisterExtension static final AgentExtension AGENT = AgentExtension.create();

  @TempDir Path directory;

  @Test
  void undeployedApplications_areCollected() throws Exception {
    Path application = application();
    ServerLoader loader =
        ServerLoader.of("tomcat10/tomcat-embed-core.jar", "tomcat10/jakarta.annotation-api.jar");
    WebApplicationHost host =
        (WebApplicationHost)
            loader.loadClass("dev.weft.servlet.TomcatHost").getDeclaredConstructor().newInstance();
    int port = host.start(directory.toString());

    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      host.deploy(application.toString());
      String body = RawHttp.send(port, RawRequest.get("/app/page")).body();
      assertThat(body).isEqualTo("deployed");
      AGENT.telemetry().takeSpan("GET /app/page");
      AGENT.telemetry().clear();
      loaders.add(host.undeploy());
    }

    assertThat(reachable(loaders)).as("class loaders that are still reachable").isZero();
    AGENT.telemetry().clear();
    host.stop();
    loader.close();
  }

  private Path application() throws IOException {
    Path classes =
        Files.createDirectories(directory.resolve("app/WEB-INF/classes/dev/weft/servlet"));
    for (String name : CLASSES) {
      copy("/dev/weft/servlet/" + name, classes.resolve(name));
    }
    Path libraries = Files.createDirectories(directory.resolve("app/WEB-INF/lib"));
    for (String name : JARS) {
      copy("/servers/application/" + name, libraries.resolve(name));
    }
    return directory.resolve("app");
  }

  private static void copy(String resource, Path target) throws IOException {
    try (InputStream in = RedeploymentTest.class.getResourceAsStream(resource)) {
      Files.copy(in, target);
    }
  }

  private static long reachable(List<WeakReference<ClassLoader>> loaders) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long reachable = loaders.size();
    while (reachable > 0 && System.nanoTime() < deadline) {
      System.gc();
      LockSupport.parkNanos(50_000_000);
      reachable = loaders.stream().filter(loader -> loader.get() != null).count();
    }
    return reachable;
  }
}
