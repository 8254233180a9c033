// SPDX-License-Identifier: Apache-2.0
package dev.weft.bootstrap;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.net.URI;
import java.net.URL;
import java.security.CodeSource;
import java.util.jar.JarFile;
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
  private static final String COMMAND = "dev.weft.engine.rules.command.RulesCommand";
  private static final String NOT_STARTED = "[weft] not started, the application runs without it: ";
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

  /** {@code java -jar weft-javaagent.jar}: prints the version and how to use the jar, or obeys. */
  public static void main(String[] arguments) throws Exception {
    String command = arguments.length == 0 ? "--help" : arguments[0];
    if (command.equals("rules")) {
      Object exitCode =
          Class.forName(COMMAND, true, AgentClassLoader.of(ownJar()))
              .getMethod("run", String[].class)
              .invoke(null, (Object) arguments);
      System.exit((Integer) exitCode);
    }
    if (!command.equals("--help") && !command.equals("--version")) {
      System.err.println("Weft knows no " + command + "; try --help");
      System.exit(2);
    }
    String version = AgentPremain.class.getPackage().getImplementationVersion();
    System.out.println("Weft " + (version == null ? "(unpackaged)" : version));
    if (command.equals("--help")) {
      System.out.println("Usage: java -javaagent:weft-javaagent.jar -jar your-application.jar");
      System.out.println("       java -jar weft-javaagent.jar rules check|docs rules.yaml ...");
      System.out.println("Settings: the OTEL_* environment variables; see docs/configuration.md");
    }
  }

  private static void start(@Nullable String arguments, Instrumentation instrumentation) {
    try {
      if (!Launch.secured()) {
        launch(arguments, instrumentation, null);
        return;
      }
      if (refused(arguments)) {
        return;
      }
      File jar = ownJar();
      instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(jar, false));
      Secured.launch(arguments, instrumentation, jar);
    } catch (Throwable t) {
      System.err.println(NOT_STARTED + t);
    }
  }

  /**
   * Asked before anything is changed. What the security manager does not let us read is asked again
   * with the permissions of the boot loader.
   */
  private static boolean refused(@Nullable String arguments) {
    try {
      String refusal = Launch.refusal(arguments);
      say(refusal);
      return refusal != null;
    } catch (SecurityException forbidden) {
      return false;
    }
  }

  private static void say(@Nullable String refusal) {
    if (refusal != null && refusal.length() > 0) {
      System.err.println("[weft] " + refusal);
    }
  }

  static synchronized void launch(
      @Nullable String arguments, Instrumentation instrumentation, @Nullable File jar) {
    try {
      String refusal = Launch.refusal(arguments);
      if (refusal != null) {
        say(refusal);
        return;
      }
      if (agent != null) {
        System.err.println("[weft] already running in this JVM: the second start is ignored");
        return;
      }
      ClassLoader own = AgentClassLoader.of(jar == null ? ownJar() : jar);
      agent = own;
      Class.forName(AGENT, true, own)
          .getMethod("start", String.class, Instrumentation.class)
          .invoke(null, arguments, instrumentation);
    } catch (Throwable t) {
      Throwable cause = t.getCause() == null ? t : t.getCause();
      System.err.println(NOT_STARTED + cause);
    }
  }

  private static File ownJar() throws Exception {
    URL location = codeSource();
    if (location != null && "file".equals(location.getProtocol())) {
      return new File(location.toURI());
    }
    String self = String.valueOf(AgentPremain.class.getResource("AgentPremain.class"));
    int end = self.indexOf("!/");
    if (!self.startsWith("jar:file:") || end < 0) {
      throw new IllegalStateException("expected to be loaded from a jar file, not " + self);
    }
    return new File(new URI(self.substring("jar:".length(), end)));
  }

  /**
   * Asked first, since a class loader asked for a resource looks into the JDK's own image before,
   * and that brings up the default file system. A security manager may forbid the question.
   */
  private static @Nullable URL codeSource() {
    try {
      CodeSource source = AgentPremain.class.getProtectionDomain().getCodeSource();
      return source == null ? null : source.getLocation();
    } catch (SecurityException forbidden) {
      return null;
    }
  }
}
