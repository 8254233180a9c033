// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * The folders and jars that a class path stands for: also those that a jar names in its manifest,
 * those of {@code folder/*}, and those inside an executable Spring Boot jar or a web archive.
 */
final class ClassPathEntries implements Closeable {
  private final Set<File> files = new LinkedHashSet<>();
  private final Findings findings;
  private @Nullable Unpacked unpacked;

  ClassPathEntries(Findings findings) {
    this.findings = findings;
  }

  Set<File> files() {
    return files;
  }

  void add(String part) {
    if (part.equals("*") || part.endsWith("/*") || part.endsWith(File.separator + "*")) {
      addJarsOf(new File(part.substring(0, part.length() - 1)));
      return;
    }
    File file = new File(part);
    if (file.isDirectory()) {
      addFolder(file);
    } else if (file.exists()) {
      addJar(file);
    } else {
      findings.problem(file, "does not exist");
    }
  }

  private void addFolder(File folder) {
    boolean nested = false;
    for (String inside : Unpacked.INSIDE) {
      File classes = new File(folder, inside + "classes");
      File libraries = new File(folder, inside + "lib");
      if (classes.isDirectory()) {
        files.add(classes);
      }
      addJarsOf(libraries);
      nested |= classes.isDirectory() || libraries.isDirectory();
    }
    if (!nested) {
      files.add(folder);
    }
  }

  private void addJarsOf(File folder) {
    File[] jars = folder.listFiles((in, name) -> name.endsWith(".jar"));
    if (jars != null) {
      Arrays.sort(jars);
      Arrays.asList(jars).forEach(this::addJar);
    }
  }

  private void addJar(File file) {
    if (files.contains(file)) {
      return;
    }
    try (JarFile jar = new JarFile(file, false)) {
      if (Unpacked.hasInside(jar)) {
        unpacked = unpacked == null ? new Unpacked() : unpacked;
        addFolder(unpacked.add(jar));
        return;
      }
      files.add(file);
      Manifest manifest = jar.getManifest();
      String named =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      if (named != null) {
        addNamed(file, named.trim());
      }
    } catch (IOException e) {
      findings.problem(file, "cannot be read as a jar: " + e.getMessage());
    }
  }

  /** Those that are not there are left out, as the JVM does. */
  private void addNamed(File jar, String classPath) {
    for (String one : classPath.split("\\s+")) {
      File named = new File(jar.getAbsoluteFile().getParentFile(), one);
      if (named.isFile()) {
        addJar(named);
      } else if (named.isDirectory()) {
        files.add(named);
      }
    }
  }

  @Override
  public void close() {
    if (unpacked != null) {
      unpacked.close();
    }
  }
}
