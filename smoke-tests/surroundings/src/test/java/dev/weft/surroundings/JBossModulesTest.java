// SPDX-License-Identifier: Apache-2.0
package dev.weft.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.jvm.Jars;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Shops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In JBoss Modules, and so in WildFly, a class sees the modules that its own depends on. */
class JBossModulesTest {
  private static final String MODULE =
      """
      <module xmlns="urn:jboss:module:1.9" name="%s">
        <main-class name="%s"/>
        <resources>
      %s  </resources>
        <dependencies>
          <module name="java.se"/>
      %s  </dependencies>
      </module>
      """;

  @TempDir Path folder;

  @BeforeEach
  void installModules() throws IOException {
    List<Path> all = Shops.applications();
    install("example.library", "none", all); // Logback looks for its settings beside itself
    install("org.jboss.logmanager", "none", List.of(Surroundings.jar("jboss-logmanager")));
    Path hosts = Jvm.locationOf("example.surroundings.LoggingShop");
    install("example.plain", "example.Shop", List.of(all.get(0)), "example.library");
    install(
        "example.logging",
        "example.surroundings.LoggingShop",
        List.of(all.get(0), hosts),
        "example.library",
        "org.jboss.logmanager");
  }

  private void install(String name, String main, List<Path> parts, String... needs)
      throws IOException {
    Path module = folder.resolve(name.replace('.', '/')).resolve("main");
    Files.createDirectories(module);
    StringBuilder roots = new StringBuilder();
    Set<String> dependencies = new TreeSet<>();
    int number = 0;
    for (Path part : parts) {
      Path root = module.resolve("part" + ++number + ".jar");
      Files.copy(Jars.of(part, folder.resolve(name + number + ".jar")), root);
      roots.append("    <resource-root path=\"%s\"/>\n".formatted(root.getFileName()));
    }
    for (String need : needs) {
      dependencies.add("    <module name=\"%s\" services=\"import\"/>\n".formatted(need));
    }
    String text = MODULE.formatted(name, main, roots, String.join("", dependencies));
    Files.writeString(module.resolve("module.xml"), text);
  }

  @Test
  void module_isTraced() {
    Order order = served(Jvm::create, "example.plain");

    order.isTraced();
  }

  /** Whoever logs too early gets the JDK's log manager for the whole JVM. */
  @Test
  void logManagerOfItsOwn_isHonoured() {
    String manager = "org.jboss.logmanager.LogManager";

    Order order =
        served(
            () ->
                Jvm.create()
                    .option("-Djava.util.logging.manager=" + manager)
                    .env("OTEL_BSP_SCHEDULE_DELAY", "1"),
            "example.logging");

    order.isTraced();
    assertThat(order.observed().out()).contains("log manager " + manager);
  }

  private Order served(Supplier<Jvm> jvm, String module) {
    List<Path> classPath = List.of(Surroundings.jar("jboss-modules"));
    return Order.served(
        () -> jvm.get().classPath(classPath),
        "org.jboss.modules.Main",
        "-mp",
        folder.toString(),
        module);
  }
}
