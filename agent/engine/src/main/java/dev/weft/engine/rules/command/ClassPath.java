// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The classes of an application, looked at and never initialized. */
final class ClassPath implements Closeable {
  private static final String CLASS = ".class";

  private final ClassPathEntries entries;
  private final Findings findings;
  private final URLClassLoader loader;
  private final Set<String> seen = new HashSet<>();

  ClassPath(List<String> parts, Findings findings) {
    this.findings = findings;
    entries = new ClassPathEntries(findings);
    parts.forEach(entries::add);
    List<URL> urls = new ArrayList<>();
    for (File file : entries.files()) {
      try {
        urls.add(file.toURI().toURL());
      } catch (IOException e) {
        findings.problem(file, "cannot be a class path: " + e.getMessage());
      }
    }
    // its parent knows the classes of the JDK, and none of ours
    ClassLoader platform = ClassLoader.getSystemClassLoader().getParent();
    loader = new URLClassLoader(urls.toArray(new URL[0]), platform);
  }

  ClassLoader loader() {
    return loader;
  }

  /** Goes through all class files: of those of one name, the first, as a JVM does. */
  void each(Taker taker) {
    for (File file : entries.files()) {
      try {
        if (file.isDirectory()) {
          eachOfFolder(file.toPath().toRealPath(), taker);
        } else {
          eachOfJar(file, taker);
        }
      } catch (IOException | UncheckedIOException e) {
        findings.problem(file, "cannot be read: " + e);
      }
    }
  }

  private void eachOfFolder(Path folder, Taker taker) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.find(folder, 64, (file, is) -> is.isRegularFile())) {
      found.sorted().forEach(files::add);
    }
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
      if (isWanted(name)) {
        taker.take(name.substring(0, name.length() - CLASS.length()), Files.readAllBytes(file));
      }
    }
  }

  private void eachOfJar(File file, Taker taker) throws IOException {
    try (JarFile jar = new JarFile(file, false)) {
      List<String> names = new ArrayList<>();
      for (JarEntry entry : Collections.list(jar.entries())) {
        names.add(entry.getName());
      }
      Collections.sort(names);
      for (String name : names) {
        if (isWanted(name)) {
          taker.take(name.substring(0, name.length() - CLASS.length()), read(jar, name));
        }
      }
    }
  }

  private boolean isWanted(String name) {
    return name.endsWith(CLASS)
        && !name.startsWith("META-INF/")
        && !name.endsWith("-info" + CLASS) // of modules and packages
        && seen.add(name);
  }

  private static byte[] read(JarFile jar, String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes.write(buffer, 0, n);
      }
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      findings.problem(new File("--classpath"), "cannot be closed: " + e);
    }
    entries.close();
  }

  /** Takes class files. */
  interface Taker {
    void take(String internalName, byte[] classFile);
  }
}
