// SPDX-License-Identifier: Apache-2.0
package dev.weft.leftout;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was left out, by reason, with what to do about it. */
final class Omissions {
  private static final Pattern VARIABLE = Pattern.compile("([A-Z][A-Z0-9_]+) is not set\\b");
  private static final Pattern JAVA_HOME = Pattern.compile("JAVA_(\\d+)_HOME");

  private static final Map<String, String> REMEDIES =
      Map.of(
          "DOCKER_HOST", "set it to a Docker engine, such as unix:///var/run/docker.sock",
          "OTELCOL", "set it to the executable of an OpenTelemetry Collector",
          "PROMTOOL", "set it to the executable promtool of a Prometheus",
          "TEST_POSTGRES_URL", "set it to the JDBC URL of a PostgreSQL to test against");

  private final Map<String, Group> skipped = new TreeMap<>(comparing(Omissions::byNumber));
  private final Set<String> notRun = new TreeSet<>();
  private int ran;

  /** Counts a test that was reported; one that was skipped is reported too. */
  void run() {
    ran++;
  }

  /** Takes back what {@link #run} has counted. */
  void skipped(String test, String why) {
    ran--;
    skipped.computeIfAbsent(reason(why), reason -> new Group()).add(test);
  }

  void notRun(String test) {
    notRun.add(test);
  }

  boolean isEmpty() {
    return skipped.isEmpty() && notRun.isEmpty();
  }

  /** Returns what to print. */
  List<String> lines() {
    if (ran == 0 && skipped.isEmpty()) {
      return List.of("Left out: all tests");
    }
    List<String> lines = new ArrayList<>();
    String count = counted(ran, "test", "tests");
    lines.add(
        isEmpty() ? "Nothing was left out: " + count + " ran" : "Left out, " + count + " ran");
    skipped.forEach((reason, group) -> lines.add("  " + reason + ": " + group + remedy(reason)));
    if (!notRun.isEmpty()) {
      String classes = counted(notRun.size(), "test class", "test classes");
      lines.add("  not run at all: " + classes + " " + notRun + "; remove -DskipTests or -Dtest");
    }
    return lines;
  }

  /** Without what JUnit puts before the message, or, of one about a variable, writes behind it. */
  private static String reason(String why) {
    Matcher variable = VARIABLE.matcher(why);
    if (variable.find()) {
      return variable.group();
    }
    String line = why.strip().lines().findFirst().orElse("no reason is given");
    return line.replaceFirst("^(\\S*TestAbortedException: )?(Assumption failed: )?", "");
  }

  /** Java 8 comes before Java 11. */
  private static String byNumber(String reason) {
    return reason.replaceAll("\\b(\\d)\\b|(?<=_)(\\d)(?=_)", "0$1$2");
  }

  private static String remedy(String reason) {
    String name = reason.substring(0, Math.max(0, reason.indexOf(' ')));
    Matcher home = JAVA_HOME.matcher(name);
    String remedy =
        home.matches() ? "set it to the home of a JDK " + home.group(1) : REMEDIES.get(name);
    return remedy == null ? "" : "; " + remedy;
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  /** The tests that share a reason. */
  private static final class Group {
    private final Set<String> classes = new TreeSet<>();
    private int tests;

    void add(String test) {
      classes.add(test);
      tests++;
    }

    @Override
    public String toString() {
      return counted(tests, "test", "tests") + " " + classes;
    }
  }
}
