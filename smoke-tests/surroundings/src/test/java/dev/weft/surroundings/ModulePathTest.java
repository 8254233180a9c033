// SPDX-License-Identifier: Apache-2.0
package dev.weft.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.jvm.Jars;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Shops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
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
    List<Path> all = Shops.applications();
    Path modules = Files.createDirectories(folder.resolve("modules"));
    for (Path library : all.subList(1, all.size())) {
      Files.copy(library, modules.resolve(library.getFileName()));
    }
    Map<String, byte[]> entries = new TreeMap<>();
    try (JarFile jar = new JarFile(Jars.of(all.get(0), folder.resolve("plain.jar")).toFile())) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (!entry.isDirectory() && !entry.getName().startsWith("META-INF/")) {
          entries.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
        }
      }
    }
    entries.put("module-info.class", Files.readAllBytes(compiled(modules)));
    Jars.write(modules.resolve("shop.jar"), Map.of(), entries);
  }

  private static Path compiled(Path modules) throws IOException {
    Path source = Files.writeString(folder.resolve("module-info.java"), DECLARED);
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-p",
                modules.toString(),
                "-d",
                folder.toString(),
                source.toString());
    assertThat(code).isZero();
    return folder.resolve("module-info.class");
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
                    .option(
                        "--limit-modules",
                        "example.shop,com.h2database,ch.qos.logback.classic,java.naming"),
            "-m",
            "example.shop/example.Shop");

    order.isTraced();
  }
}
