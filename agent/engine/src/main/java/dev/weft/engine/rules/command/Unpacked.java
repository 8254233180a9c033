// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** What is inside executable jars and web archives, in a temporary folder. */
final class Unpacked implements Closeable {
  /** Where they have folders {@code classes} and {@code lib}. */
  static final List<String> INSIDE = Arrays.asList("BOOT-INF/", "WEB-INF/");

  private final Path folder;
  private int jars;

  Unpacked() throws IOException {
    folder = Files.createTempDirectory("weft-rules");
  }

  static boolean hasInside(JarFile jar) {
    return jar.stream().anyMatch(entry -> isInside(entry.getName()));
  }

  private static boolean isInside(String name) {
    boolean wanted = name.endsWith(".class") || name.endsWith(".jar");
    return wanted && INSIDE.stream().anyMatch(name::startsWith);
  }

  /** Returns the folder with what is inside a jar. */
  File add(JarFile jar) throws IOException {
    Path into = folder.resolve(Integer.toString(++jars));
    for (JarEntry entry : Collections.list(jar.entries())) {
      String name = entry.getName();
      Path file = into.resolve(name).normalize();
      if (isInside(name) && file.startsWith(into)) {
        Files.createDirectories(file.resolveSibling("."));
        try (InputStream in = jar.getInputStream(entry)) {
          Files.copy(in, file);
        }
      }
    }
    return into.toFile();
  }

  @Override
  public void close() {
    try {
      Files.walkFileTree(folder, new Deleting());
    } catch (IOException e) {
      folder.toFile().deleteOnExit(); // what is left of it is in the folder for what is temporary
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
