// SPDX-License-Identifier: Apache-2.0
package dev.weft.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Shops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A security manager gives the agent all that it needs, or the application runs without it. */
class SecurityManagerTest {
  /** The JVM's own line on class-data sharing, which ends where boot classes are added. */
  private static final String SHARING = "VM warning: Sharing is only supported for boot loader";

  private static final String GRANT =
      """
      grant codeBase "%s" {
        permission java.util.PropertyPermission "*", "read,write";
        permission java.io.FilePermission "<<ALL FILES>>", "read";
        permission java.lang.RuntimePermission "accessDeclaredMembers";
        permission java.lang.RuntimePermission "getClassLoader";
        permission java.lang.RuntimePermission "getenv.*";
        permission java.lang.RuntimePermission "modifyThread";
        permission java.lang.RuntimePermission "setContextClassLoader";
        permission java.lang.RuntimePermission "shutdownHooks";
        permission java.lang.reflect.ReflectPermission "suppressAccessChecks";
      };
      """;

  @TempDir static Path folder;

  private static Path policy;

  @BeforeAll
  static void grantTheApplicationWhatItNeeds() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path entry : Shops.applications()) {
      text.append(GRANT.formatted(entry.toUri() + (Files.isDirectory(entry) ? "-" : "")));
    }
    policy = Files.writeString(folder.resolve("shop.policy"), text);
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 17})
  void policy_thatKnowsNoAgent_isNoObstacle(int java) {
    Order order = Order.served(secured(java), "example.Shop");

    order.except(SHARING).isTraced();
  }

  @ParameterizedTest
  @ValueSource(ints = 8)
  void policy_onJava8_isNoObstacle(int java) {
    Order order = Order.withoutDatabase(secured(java), "example.Shop");

    order.isTraced("GET");
  }

  @Test
  void disabled_whereAnybodyMayAsk_leavesTheBootPathAlone() throws IOException {
    String grant = "grant { permission java.util.PropertyPermission \"*\", \"read\"; };";
    Path open = Files.writeString(folder.resolve("open.policy"), grant);

    Outcome outcome =
        Shops.jvm(Jvm.home(17))
            .option("-Djava.security.manager", "-Djava.security.policy==" + open)
            .option("-Dotel.javaagent.enabled=false")
            .run("example.Hello");

    assertThat(outcome.stdout()).startsWith("Hello, world!");
    assertThat(outcome.err()).noneMatch(line -> line.contains(SHARING));
  }

  private static Supplier<Jvm> secured(int java) {
    Path home = Jvm.home(java);
    return () ->
        Shops.jvm(home).option("-Djava.security.manager", "-Djava.security.policy==" + policy);
  }

  @ParameterizedTest
  @CsvSource({
    "8,otel.javaagent.enabled",
    "8,createClassLoader",
    "11,createClassLoader",
    "17,otel.javaagent.enabled",
    "17,createClassLoader",
    "17,shutdownHooks"
  })
  void manager_thatDeniesEverybody_keepsTheAgentOut(int java, String denied) {
    Path home = Jvm.home(java);
    Supplier<Jvm> jvm =
        () ->
            Jvm.in(home)
                .classPath(Surroundings.withHosts(Shops.applications()))
                .option("-Djava.security.manager=example.surroundings.DenyingManager")
                .option("-Ddenied=" + denied);

    Outcome alone = jvm.get().withoutAgent().run("example.Hello");
    Outcome observed = jvm.get().run("example.Hello");

    assertThat(observed.stdout()).isEqualTo(alone.stdout()).startsWith("Hello, world!");
    assertThat(observed.exitCode()).isZero();
    assertThat(observed.err())
        .filteredOn(line -> !alone.err().contains(line) && !line.contains(SHARING))
        .containsExactly(
            "[weft] not started, the application runs without it: java.lang.SecurityException:"
                + " nobody has "
                + denied);
  }
}
