// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.resource;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What a process can know about itself: files, variables, properties, class path. */
final class Surroundings {
  private static final int MOST_LINES = 10_000;

  private final String root;
  private final Map<String, String> environment;
  private final Properties properties;
  private final ClassLoader application;

  /**
   * Creates them.
   *
   * @param root what stands before absolute paths; empty but for tests
   */
  Surroundings(
      String root,
      Map<String, String> environment,
      Properties properties,
      ClassLoader application) {
    this.root = root;
    this.environment = environment;
    this.properties = properties;
    this.application = application;
  }

  static Surroundings ofProcess() {
    return new Surroundings(
        "", System.getenv(), System.getProperties(), ClassLoader.getSystemClassLoader());
  }

  /** Returns an environment variable; null where it is not set or empty. */
  @Nullable String variable(String name) {
    return nonEmpty(environment.get(name));
  }

  /** Returns a system property, or an empty text. */
  String property(String name) {
    return properties.getProperty(name, "");
  }

  /** Returns the lines of a file; none where it cannot be read. */
  List<String> lines(String absolutePath) {
    try (InputStream in = new FileInputStream(root + absolutePath)) {
      return lines(in);
    } catch (IOException unreadable) {
      return Collections.emptyList();
    }
  }

  static List<String> lines(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String line = reader.readLine();
    while (line != null && lines.size() < MOST_LINES) {
      lines.add(line);
      line = reader.readLine();
    }
    return lines;
  }

  /** Returns the first line of a file, trimmed; null where there is none. */
  @Nullable String line(String absolutePath) {
    List<String> lines = lines(absolutePath);
    return lines.isEmpty() ? null : nonEmpty(lines.get(0).trim());
  }

  /** Opens a file of the working directory, or returns null. */
  @Nullable InputStream inWorkingDirectory(String name) throws IOException {
    File file = new File(property("user.dir"), name);
    return file.isFile() ? new FileInputStream(file) : null;
  }

  /** Opens a resource of the application, or returns null. */
  @Nullable InputStream onClassPath(String name) {
    // where an executable jar of Spring Boot has the application
    InputStream in = application.getResourceAsStream("BOOT-INF/classes/" + name);
    return in == null ? application.getResourceAsStream(name) : in;
  }

  /** Returns the arguments of the process where Linux tells them, else those of the main class. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    for (String line : lines("/proc/self/cmdline")) {
      Collections.addAll(arguments, line.split("\0"));
    }
    if (arguments.isEmpty()) {
      Collections.addAll(arguments, property("sun.java.command").split(" "));
    }
    return arguments;
  }

  static @Nullable String nonEmpty(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
