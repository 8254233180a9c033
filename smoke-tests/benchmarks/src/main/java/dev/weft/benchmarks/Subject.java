// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import dev.weft.testkit.jvm.Jars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an application runs under, in the order in which they take turns. */
public enum Subject {
  /** No agent. */
  NONE("none"),
  /** An agent that does nothing: the floor. */
  EMPTY("empty agent"),
  /** The jar that the system property {@code weft.jar} names. */
  WEFT("Weft"),
  /** The OpenTelemetry Java agent, which the system property {@code reference.jar} names. */
  REFERENCE("OpenTelemetry");

  private static @Nullable Path emptyAgent;

  private final String label;

  Subject(String label) {
    this.label = label;
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
      try {
        made = Files.createTempFile("empty-agent", ".jar");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      made.toFile().deleteOnExit();
      Jars.agent(made, EmptyAgent.class);
      emptyAgent = made;
    }
    return made;
  }
}
