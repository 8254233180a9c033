// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import dev.weft.testkit.jvm.Jars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an application runs under, in the order in which they take turns. */
public enum Subject {
  /** No agent. */
  NONE("none"),
  /** An agent that does nothing: the floor. */
  EMPTY("empty agent"),
  /**
   * An agent that is handed every class, and leaves all as they are: the floor of those that weave.
   */
  LOOKING("looking agent"),
  /** The jar that the system property {@code weft.jar} names. */
  WEFT("Weft"),
  /** The OpenTelemetry Java agent, which the system property {@code reference.jar} names. */
  REFERENCE("OpenTelemetry");

  private static final Map<Class<?>, Path> AGENTS = new HashMap<>();

  private final String label;

  Subject(String label) {
    this.label = label;
  }

  /** Those that are measured everywhere. */
  public static List<Subject> usual() {
    return List.of(NONE, EMPTY, WEFT, REFERENCE);
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** The options of a JVM that runs under it. */
  public List<String> options() {
    return switch (this) {
      case NONE -> List.of();
      case EMPTY -> List.of("-javaagent:" + agent(EmptyAgent.class));
      case LOOKING -> List.of("-javaagent:" + agent(LookingAgent.class));
      case WEFT -> List.of("-javaagent:" + file("weft.jar"));
      case REFERENCE -> List.of("-javaagent:" + file("reference.jar"));
    };
  }

  private static Path file(String property) {
    String path = System.getProperty(property);
    if (path == null || !Files.isRegularFile(Path.of(path))) {
      throw new IllegalStateException(
          property + " is not a file, but " + path + ": start with smoke-tests/benchmarks/run");
    }
    return Path.of(path).toAbsolutePath();
  }

  /** Returns the jar of an agent of ours, made once. */
  public static synchronized Path agent(Class<?> premain) {
    return AGENTS.computeIfAbsent(premain, Subject::packed);
  }

  /** Only what may retransform is asked in the place that Weft is asked in; the others may not. */
  private static Path packed(Class<?> premain) {
    try {
      Path jar = Files.createTempFile("agent", ".jar");
      jar.toFile().deleteOnExit();
      if (ClassFileTransformer.class.isAssignableFrom(premain)) {
        Jars.retransforming(jar, premain);
      } else {
        Jars.agent(jar, premain);
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
