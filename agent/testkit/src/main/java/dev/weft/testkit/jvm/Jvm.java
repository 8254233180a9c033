// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit.jvm;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A JVM that is about to be started: with the shipped jar unless said otherwise, and none of this
 * build's settings. The jar is the one that the system property {@code weft.jar} names.
 */
public final class Jvm {
  /** The Java that runs this test. */
  public static final Path HOME = Path.of(System.getProperty("java.home"));

  private static final List<String> FOREIGN =
      List.of(
          "OTEL_",
          "WEFT_",
          "ELAVA_",
          "AWS_",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "_JAVA_OPTIONS",
          "MAVEN_");

  private final Path home;
  private final List<String> earlierOptions = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();
  private List<Path> classPath = List.of();
  private @Nullable String otherAgent;
  private String arguments = "";
  private boolean attached = true;

  private Jvm(Path home) {
    this.home = home;
  }

  /** The Java that runs this test. */
  public static Jvm create() {
    return new Jvm(HOME);
  }

  /** Creates one on the Java under a folder. */
  public static Jvm in(Path home) {
    return new Jvm(home);
  }

  /**
   * Returns where a Java of this version is: this test's own, or the one that {@code JAVA_<n>_HOME}
   * names. Without one the test is skipped.
   */
  public static Path home(int feature) {
    if (feature == Runtime.version().feature()) {
      return HOME;
    }
    String variable = "JAVA_" + feature + "_HOME";
    String home = System.getenv(variable);
    Assumptions.assumeTrue(home != null, variable + " is not set");
    return Path.of(home);
  }

  /** Returns the jar that is shipped. */
  public static String jar() {
    String jar = System.getProperty("weft.jar");
    if (jar == null || !new File(jar).isFile()) {
      throw new IllegalStateException("no agent jar at " + jar + ": run mvn verify in the root");
    }
    return jar;
  }

  /** Returns the jar or folder that a class of this test's class path comes from. */
  public static Path locationOf(String className) {
    try {
      Class<?> type = Class.forName(className, false, Jvm.class.getClassLoader());
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Leaves the shipped jar out. */
  public Jvm withoutAgent() {
    attached = false;
    return this;
  }

  /** Attaches another agent in place of the shipped jar. */
  public Jvm agent(Path jar) {
    otherAgent = jar.toString();
    return this;
  }

  /** Sets the agent's arguments: {@code name=value;...}. */
  public Jvm agentArguments(String text) {
    arguments = "=" + text;
    return this;
  }

  /** Adds options that stand behind the agent's. */
  public Jvm option(String... more) {
    options.addAll(Arrays.asList(more));
    return this;
  }

  /** Adds options that stand before the agent's. */
  public Jvm before(String... earlier) {
    earlierOptions.addAll(Arrays.asList(earlier));
    return this;
  }

  /** Sets environment variables: name, value, name, value. */
  public Jvm env(String... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      environment.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return this;
  }

  /** Sets the class path. */
  public Jvm classPath(List<Path> entries) {
    classPath = entries;
    return this;
  }

  /** Runs a main class to its end, with no input. */
  public Outcome run(String mainClass, String... programArguments) {
    try (Running running = start(mainClass, programArguments)) {
      return running.end();
    }
  }

  /** Runs {@code java -jar}, without the agent. */
  public Outcome runJar(String jar) {
    try (Running running = execute(List.of(java(), "-jar", jar))) {
      return running.end();
    }
  }

  /** Starts a main class that is talked to by its input. */
  public Running start(String mainClass, String... programArguments) {
    List<String> entries = classPath.stream().map(Path::toString).toList();
    List<String> main = List.of("-cp", String.join(File.pathSeparator, entries), mainClass);
    return execute(command(main, programArguments));
  }

  /** Starts an executable jar. */
  public Running startJar(Path jar, String... programArguments) {
    return execute(command(List.of("-jar", jar.toString()), programArguments));
  }

  private List<String> command(List<String> main, String... programArguments) {
    List<String> command = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1"));
    command.addAll(earlierOptions);
    if (attached) {
      command.add("-javaagent:" + (otherAgent == null ? jar() : otherAgent) + arguments);
    }
    command.addAll(options);
    command.addAll(main);
    command.addAll(Arrays.asList(programArguments));
    return command;
  }

  /** Starts any command in this JVM's environment; the agent is not added. */
  public Running execute(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> FOREIGN.stream().anyMatch(name::startsWith));
    builder.environment().put("JAVA_HOME", home.toString());
    builder.environment().putAll(environment);
    try {
      return new Running(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was set, as the name of a test case. */
  @Override
  public String toString() {
    return environment + " " + options + " " + arguments;
  }

  private String java() {
    return home.resolve("bin/java").toString();
  }
}
