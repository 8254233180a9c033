// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which classes JVMs have loaded, from their own logs (Java 9 and later). */
public final class ClassLog {
  private static final String SOURCE = " source: ";

  private final Path folder;

  /** Creates one whose files are in a folder of its own. */
  public ClassLog(Path folder) {
    this.folder = folder;
  }

  /** The option that makes a JVM, and those that it starts, write the log. */
  public String option() {
    return "-Xlog:class+load:file=" + folder.resolve("classes-%p.log") + ":none";
  }

  /** Returns names of classes, without those that are generated at run time. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (String line : lines()) {
      String name = line.substring(0, line.indexOf(SOURCE));
      if (!name.contains("$$") && name.indexOf('/') < 0) {
        names.add(name);
      }
    }
    return names;
  }

  /** Returns the names of the agent's classes. */
  public Set<String> ofAgent() {
    Set<String> names = names();
    names.removeIf(name -> !name.startsWith("dev.weft.") && !name.startsWith("java.lang.Weft"));
    return names;
  }

  /** Returns the names of the agent's classes that the JVM has made for lambdas. */
  public Set<String> lambdasOfAgent() {
    Set<String> names = new TreeSet<>();
    for (String line : lines()) {
      if (line.startsWith("dev.weft.") && line.contains("$$Lambda")) {
        names.add(line.substring(0, line.indexOf("$$")));
      }
    }
    return names;
  }

  /** Returns the names of classes that came from a class-data archive and begin like this. */
  public Set<String> shared(String prefix) {
    Set<String> names = new TreeSet<>();
    for (String line : lines()) {
      int source = line.indexOf(SOURCE);
      if (line.startsWith(prefix) && line.startsWith("shared objects", source + SOURCE.length())) {
        names.add(line.substring(0, source));
      }
    }
    return names;
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "classes-*.log")) {
      for (Path log : logs) {
        for (String line : Files.readAllLines(log)) {
          if (line.contains(SOURCE)) {
            lines.add(line);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (lines.isEmpty()) {
      throw new IllegalStateException("no classes in a log under " + folder);
    }
    return lines;
  }
}
