// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Jars that tests make. */
public final class Jars {
  private Jars() {}

  /** Packs an agent of one class and those nested in it. */
  public static String agent(Path jar, Class<?> premain) {
    return agent(jar, premain, Map.of());
  }

  /** The same, of an agent that may retransform classes. */
  public static String retransforming(Path jar, Class<?> premain) {
    return agent(jar, premain, Map.of("Can-Retransform-Classes", "true"));
  }

  private static String agent(Path jar, Class<?> premain, Map<String, String> more) {
    Map<String, String> attributes = new TreeMap<>(more);
    attributes.put("Premain-Class", premain.getName());
    return of(jar, attributes, premain).toString();
  }

  /**
   * Packs classes and those nested in them.
   *
   * @param attributes for its manifest
   */
  public static Path of(Path jar, Map<String, String> attributes, Class<?>... nestHosts) {
    Map<String, byte[]> entries = new TreeMap<>();
    try {
      for (Class<?> nestHost : nestHosts) {
        for (Class<?> member : nestHost.getNestMembers()) {
          String entry = member.getName().replace('.', '/') + ".class";
          try (InputStream in = member.getClassLoader().getResourceAsStream(entry)) {
            entries.put(entry, in.readAllBytes());
          }
        }
      }
      write(jar, attributes, entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  /**
   * Packs the files under a folder: class-data archives know no classes outside jars. What is a jar
   * already is returned as it is.
   */
  public static Path of(Path folder, Path jar) {
    if (!Files.isDirectory(folder)) {
      return folder;
    }
    Map<String, byte[]> entries = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        entries.put(name, Files.readAllBytes(file));
      }
      write(jar, Map.of(), entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  /**
   * Packs a jar.
   *
   * @param attributes for its manifest
   * @param entries contents by name
   */
  public static void write(Path jar, Map<String, String> attributes, Map<String, byte[]> entries)
      throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
  }
}
