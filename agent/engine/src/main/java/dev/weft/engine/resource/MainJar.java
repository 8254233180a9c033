// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.resource;

import java.io.File;
import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** The jar that {@code java -jar} was given: its name, and what its manifest says. */
final class MainJar {
  private final @Nullable File file;
  private final @Nullable String title;
  private final @Nullable String version;

  private MainJar(@Nullable File file, @Nullable String title, @Nullable String version) {
    this.file = file;
    this.title = title;
    this.version = version;
  }

  static MainJar of(Surroundings surroundings) {
    File file = file(surroundings.property("sun.java.command"));
    if (file == null) {
      return new MainJar(null, null, null);
    }
    try (JarFile jar = new JarFile(file)) {
      Manifest manifest = jar.getManifest();
      Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
      return new MainJar(
          file,
          Surroundings.nonEmpty(main.getValue(Attributes.Name.IMPLEMENTATION_TITLE)),
          Surroundings.nonEmpty(main.getValue(Attributes.Name.IMPLEMENTATION_VERSION)));
    } catch (IOException unreadable) {
      return new MainJar(file, null, null);
    }
  }

  /** The path stands before the arguments; both may hold spaces. */
  private static @Nullable File file(String command) {
    int end = command.indexOf(' ');
    while (end >= 0) {
      File file = new File(command.substring(0, end));
      if (file.isFile()) {
        return file;
      }
      end = command.indexOf(' ', end + 1);
    }
    File file = new File(command);
    return file.isFile() ? file : null;
  }

  /** Returns the name without its ending, or null. */
  @Nullable String name() {
    if (file == null) {
      return null;
    }
    String name = file.getName();
    int dot = name.lastIndexOf('.');
    return Surroundings.nonEmpty(dot < 0 ? name : name.substring(0, dot));
  }

  /** Returns {@code Implementation-Title}, or null. */
  @Nullable String title() {
    return title;
  }

  /** Returns {@code Implementation-Version}, or null. */
  @Nullable String version() {
    return version;
  }
}
