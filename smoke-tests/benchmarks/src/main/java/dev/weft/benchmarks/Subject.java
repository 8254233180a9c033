// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import dev.weft.testkit.jvm.Jars;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

  private static @Nullable Path emptyAgent;
  private static @Nullable Path lookingAgent;

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
      case EMPTY -> List.of("-javaagent:" + emptyAgent());
      case LOOKING -> List.of("-javaagent:" + lookingAgent());
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

  private static synchronized Path emptyAgent() {
    Path made = emptyAgent;
    if (made == null) {
      made = temporary("empty-agent");
      Jars.agent(made, EmptyAgent.class);
      emptyAgent = made;
    }
    return made;
  }

  private static synchronized Path lookingAgent() {
    Path made = lookingAgent;
    if (made == null) {
      made = lookingAgent = retransforming(LookingAgent.class);
    }
    return made;
  }

  /** Makes the jar of an agent that is handed every class; of the nest of its class. */
  public static Path retransforming(Class<?> premain) {
    Path jar = temporary("looking-agent");
    String name = premain.getName();
    Map<String, byte[]> entries = new TreeMap<>();
    try {
      for (Class<?> member : premain.getNestMembers()) {
        String entry = member.getName().replace('.', '/') + ".class";
        try (InputStream in = premain.getClassLoader().getResourceAsStream(entry)) {
          entries.put(entry, in.readAllBytes());
        }
      }
      Jars.write(jar, Map.of("Premain-Class", name, "Can-Retransform-Classes", "true"), entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  private static Path temporary(String name) {
    try {
      Path file = Files.createTempFile(name, ".jar");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
