// SPDX-License-Identifier: Apache-2.0
package dev.weft.leftout;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The build that is running.
 *
 * @param modules their folders, in the order in which they are built
 * @param started when it began: a report that is older is of another build
 * @param mustBeWhole whether it fails if anything was left out
 */
record Build(List<Path> modules, Instant started, boolean mustBeWhole) {
  /** As Maven prints its projects: {@code MavenProject: group:artifact:version @ path}. */
  private static final Pattern PROJECT =
      Pattern.compile("MavenProject: \\S+ @ (.+?)(?=, MavenProject: |]$)");

  /** Reads what Maven has put into words of the form {@code name value}. */
  static Build of(String... words) {
    Map<String, String> values = new HashMap<>();
    for (String word : words) {
      int space = word.indexOf(' ');
      values.put(word.substring(0, space), word.substring(space + 1));
    }
    List<Path> modules = modules(value(values, "projects"));
    if (modules.isEmpty() || !modules.get(modules.size() - 1).equals(own(values))) {
      throw new IllegalStateException("left-out must be the last module of the build: " + modules);
    }
    if (!value(values, "threads").equals("1")) {
      throw new IllegalStateException("left-out cannot be sure to be the last: build without -T");
    }
    return new Build(
        List.copyOf(modules),
        Instant.ofEpochMilli(Long.parseLong(value(values, "started"))),
        value(values, "forbidden").equals("true"));
  }

  private static List<Path> modules(String projects) {
    List<Path> modules = new ArrayList<>();
    Matcher project = PROJECT.matcher(projects);
    while (project.find()) {
      modules.add(Path.of(project.group(1)).toAbsolutePath().getParent());
    }
    return modules;
  }

  private static Path own(Map<String, String> values) {
    return Path.of(value(values, "own")).toAbsolutePath();
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("Maven does not say: " + name);
    }
    return value;
  }
}
