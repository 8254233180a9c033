// SPDX-License-Identifier: Apache-2.0
package dev.weft.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentClassLoaderTest {
  private static final String STORED = Stored.class.getName();

  private ClassLoader loader;

  /** A class that is stored in the jar under test as well. */
  public static final class Stored implements Runnable {
    @Override
    public void run() {}
  }

  @BeforeEach
  void openJar(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("a jar.jar");
    String file = STORED.replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        InputStream in = getClass().getClassLoader().getResourceAsStream(file)) {
      put(out, AgentClassLoader.entryName(file), in.readAllBytes());
      put(out, AgentClassLoader.entryName("weft.index"), "index".getBytes(UTF_8));
      put(out, "weft/META-INF/services/java.lang.Runnable", STORED.getBytes(UTF_8));
      put(out, "outside.txt", new byte[0]);
    }
    loader = AgentClassLoader.of(jar.toFile());
  }

  private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
    out.closeEntry();
  }

  @Test
  void entryName_isNoClassToScanners() {
    assertThat(AgentClassLoader.entryName("a/B.class")).isEqualTo("weft/a/B.classdata");
    assertThat(AgentClassLoader.entryName("a/b.txt")).isEqualTo("weft/a/b.txt");
  }

  @Test
  void loadClass_ofTheAgent_isAnotherThanTheApplications() throws Exception {
    Class<?> loaded = loader.loadClass(STORED);

    assertThat(loaded.getClassLoader()).isSameAs(loader);
    assertThat(loaded).isNotSameAs(Stored.class).isSameAs(loader.loadClass(STORED));
  }

  @Test
  void loadClass_ofTheApplication_isNotSeen() {
    assertThatThrownBy(() -> loader.loadClass("org.junit.jupiter.api.Test"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void loadClass_ofThePlatform() throws Exception {
    assertThat(loader.loadClass("java.sql.Connection")).isSameAs(java.sql.Connection.class);
    assertThat(loader.getParent().getParent()).isNull();
  }

  @Test
  void getResource_ofTheAgent_canBeReadThroughItsUrl() throws IOException {
    URL url = loader.getResource("weft.index");

    try (InputStream in = url.openStream()) {
      assertThat(in).hasContent("index");
    }
    assertThat(Collections.list(loader.getResources("weft.index"))).hasSize(1);
    assertThat(loader.getResourceAsStream("weft.index")).hasContent("index");
  }

  @Test
  void getResource_outsideTheAgentsPart_isNotSeen() throws IOException {
    assertThat(loader.getResource("outside.txt")).isNull();
    assertThat(loader.getResourceAsStream("outside.txt")).isNull();
    assertThat(loader.getResources("outside.txt").hasMoreElements()).isFalse();
  }

  @Test
  void serviceLoader_findsWhatIsStored() {
    Iterable<Runnable> services = ServiceLoader.load(Runnable.class, loader);

    assertThat(services)
        .extracting(service -> service.getClass().getClassLoader())
        .containsExactly(loader);
  }
}
