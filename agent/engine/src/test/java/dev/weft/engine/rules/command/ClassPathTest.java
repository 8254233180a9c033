// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where {@code rules check} finds classes. */
class ClassPathTest {
  private static final String FOUND = "shop.Till.open(int)";

  @TempDir Path folder;
  private Application shop;

  @BeforeEach
  void compile() throws IOException {
    shop = new Application(folder);
    shop.compile("Till", "public class Till { public void open(int number) {} }");
    shop.rules("rules: {open: {on: {class: shop.Till, method: open}, span: {}}}\n");
  }

  @Test
  void jar() throws IOException {
    assertThat(shop.check(shop.jar("shop.jar", "", Map.of()).toString())).isZero();
    assertThat(shop.stdout).contains(FOUND);
  }

  @Test
  void severalParts_theFirstClassOfANameCounts() throws IOException {
    String jar = shop.jar("shop.jar", "", Map.of()).toString();

    assertThat(shop.check(jar + File.pathSeparator + shop.classes)).isZero();
    assertThat(shop.stdout).endsWith("1 rule, 1 method, 0 problems\n");
  }

  @Test
  void allJarsOfAFolder() throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    shop.jar("lib/shop.jar", "", Map.of());

    assertThat(shop.check(folder.resolve("lib") + "/*")).isZero();
    assertThat(shop.stdout).contains(FOUND);
  }

  @Test
  void jarsThatAManifestNames() throws IOException {
    shop.jar("shop.jar", "", Map.of());
    Path main = shop.jar("main.jar", "shop.jar gone.jar", Map.of(), new Manifest());

    assertThat(shop.check(main.toString())).isZero();
    assertThat(shop.stdout).contains(FOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BOOT-INF/", "WEB-INF/"})
  void classesInsideAnExecutableJar(String inside) throws IOException {
    Path jar = shop.jar("app.jar", inside + "classes/", Map.of());

    assertThat(shop.check(jar.toString())).isZero();
    assertThat(shop.stdout).contains(FOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BOOT-INF/", "WEB-INF/"})
  void jarsInsideAnExecutableJar(String inside) throws IOException {
    byte[] library = Files.readAllBytes(shop.jar("shop.jar", "", Map.of()));
    Path jar =
        shop.jar(
            "app.jar",
            "",
            Map.of(inside + "lib/shop.jar", library, inside + "lib/../../../evil.jar", library),
            new Manifest());

    assertThat(shop.check(jar.toString())).isZero();
    assertThat(shop.stdout).contains(FOUND);
  }

  @Test
  void whatIsNotThere_orNoJar_isAProblem() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    String gone = folder.resolve("gone.jar").toString();

    int code =
        shop.check(String.join(File.pathSeparator, gone, text.toString(), "" + shop.classes));

    assertThat(code).isEqualTo(1);
    assertThat(shop.err()).hasSize(2);
    assertThat(shop.err().get(0)).isEqualTo("gone.jar: does not exist");
    assertThat(shop.err().get(1)).startsWith("text.jar: cannot be read as a jar: ");
    assertThat(shop.stdout).contains(FOUND);
  }
}
