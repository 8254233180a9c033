// SPDX-License-Identifier: Apache-2.0
package dev.weft.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.jvm.Jars;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Shops;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A named module reads what it declares, opens nothing, and has not heard of the agent. */
class ModulePathTest {
  private static final String DECLARED =
      "module example.shop { requires java.sql; requires javax.servlet.api; requires org.slf4j; }";

  @TempDir static Path folder;

  @BeforeAll
  static void pack() throws IOException {
    Path modules = Files.createDirectories(folder.resolve("modules"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    for (Path entry : Shops.applications().subList(1, Shops.applications().size())) {
      Files.copy(entry, modules.resolve(entry.getFileName()));
    }
    Path source = Files.writeString(folder.resolve("module-info.java"), DECLARED);
    StringWriter said = new StringWriter();
    int code =
        ToolProvider.getSystemJavaCompiler()
                .getTask(
                    said,
                    null,
                    null,
                    java.util.List.of("-d", classes.toString(), "-p", modules.toString()),
                    null,
                    ToolProvider.getSystemJavaCompiler()
                        .getStandardFileManager(null, null, null)
                        .getJavaFileObjects(source))
                .call()
            ? 0
            : 1;
    assertThat(code).as(said.toString()).isZero();
    Path shop = Jars.of(Shops.applications().get(0), folder.resolve("shop.jar"));
    try (java.util.jar.JarFile jar = new java.util.jar.JarFile(shop.toFile())) {
      Map<String, byte[]> entries = new java.util.TreeMap<>();
      for (java.util.jar.JarEntry entry : java.util.Collections.list(jar.entries())) {
        if (!entry.isDirectory() && !entry.getName().startsWith("META-INF/")) {
          entries.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
        }
      }
      entries.put("module-info.class", Files.readAllBytes(classes.resolve("module-info.class")));
      Jars.write(modules.resolve("shop.jar"), Map.of(), entries);
    }
  }

  @Test
  void namedModule_isTraced() {
    Order order =
        Order.served(
            () -> Jvm.create().option("-p", folder.resolve("modules").toString()),
            "-m",
            "example.shop/example.Shop");

    order.isTraced();
  }

  @Test
  void fewModules_areEnough() {
    Order order =
        Order.served(
            () ->
                Jvm.create()
                    .option("-p", folder.resolve("modules").toString())
                    .option("--limit-modules", "example.shop,com.h2database,ch.qos.logback.classic,java.naming"),
            "-m",
            "example.shop/example.Shop");

    order.isTraced();
  }
}
