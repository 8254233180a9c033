// SPDX-License-Identifier: Apache-2.0
package dev.weft.bootstrap;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.net.URI;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * The entry point, loaded by the system class loader: decides whether to start at all, then hands
 * over to the isolated agent. Never throws, prints nothing on stdout.
 *
 * <p>Packaged as a Java 6 class file, so that an older JVM reaches the line that says so: nothing
 * here may use a later language feature or API before {@link Launch#refusal} has been asked.
 */
public final class AgentPremain {
  private static final String AGENT = "dev.weft.engine.Agent";
  private static volatile @Nullable ClassLoader agent;

  private AgentPremain() {}

  /** Called by the JVM for {@code -javaagent}. */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation);
  }

  /** Called by the JVM when the agent is attached to a running application. */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation);
  }

  /** {@code java -jar weft-javaagent.jar}: prints the version and how to use the jar. */
  public static void main(String[] arguments) {
    String version = AgentPremain.class.getPackage().getImplementationVersion();
    System.out.println("Weft " + (version == null ? "(unpackaged)" : version));
    System.out.println("Usage: java -javaagent:weft-javaagent.jar -jar your-application.jar");
    System.out.println("Settings: the OTEL_* environment variables; see docs/configuration.md");
  }

  private static synchronized void start(
      @Nullable String arguments, Instrumentation instrumentation) {
    try {
      String refusal = Launch.refusal(arguments);
      if (refusal != null) {
        if (refusal.length() > 0) {
          System.err.println("[weft] " + refusal);
        }
        return;
      }
      if (agent != null) {
        System.err.println("[weft] already running in this JVM: the second start is ignored");
        return;
      }
      ClassLoader own = AgentClassLoader.of(ownJar());
      agent = own;
      Class.forName(AGENT, true, own)
          .getMethod("start", String.class, Instrumentation.class)
          .invoke(null, arguments, instrumentation);
    } catch (Throwable t) {
      Throwable cause = t.getCause() == null ? t : t.getCause();
      System.err.println("[weft] not started, the application runs without it: " + cause);
    }
  }

  /** Asks for our own class file: a protection domain would ask a security manager. */
  private static File ownJar() throws Exception {
    URL self = AgentPremain.class.getResource("AgentPremain.class");
    String location = String.valueOf(self);
    int end = location.indexOf("!/");
    if (!location.startsWith("jar:file:") || end < 0) {
      throw new IllegalStateException("expected to be loaded from a jar file, not " + location);
    }
    return new File(new URI(location.substring("jar:".length(), end)));
  }
}
