// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine;

import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Keys;
import dev.weft.engine.config.Problem;
import dev.weft.engine.export.Export;
import dev.weft.engine.resource.Version;
import dev.weft.engine.rules.weave.RuleWeaving;
import dev.weft.engine.weave.Exclusions;
import dev.weft.engine.weave.Explanation;
import dev.weft.engine.weave.Index;
import dev.weft.engine.weave.InstrumentationFiles;
import dev.weft.engine.weave.Weaving;
import java.io.DataInputStream;
import java.lang.instrument.Instrumentation;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Starts the agent, in the order in which it happens. On the main thread that is only: read the
 * settings, read the index, register one transformer, start one sleeping thread. The rest waits for
 * the first class that is woven, or the first span that is recorded.
 */
public final class Agent {
  private static volatile @Nullable Weaving weaving;

  private Agent() {}

  /** Makes now what is otherwise made when a first class is woven; for tests that record spans. */
  public static void connect() throws Exception {
    Weaving started = weaving;
    if (started != null) {
      started.prepare();
    }
  }

  /** Called by the entry point, in the agent's own class loader. */
  public static void start(@Nullable String arguments, Instrumentation instrumentation)
      throws Exception {
    ClassLoader own = Agent.class.getClassLoader();
    PackedFiles files = new PackedFiles(own);
    try (DataInputStream in = files.required(Index.RESOURCE)) {
      Configuration configuration = Configuration.ofProcess(arguments);
      start(configuration, instrumentation, Index.read(in), files, own, true);
    }
  }

  /**
   * Starts with everything given.
   *
   * @param own the class loader of the agent
   * @param isolated whether that loader is the agent's alone
   */
  public static void start(
      Configuration configuration,
      Instrumentation instrumentation,
      Index index,
      InstrumentationFiles files,
      ClassLoader own,
      boolean isolated) {
    if (configuration.string(Keys.AGENT_LOGGING).equals("none")) {
      Log.silence();
    }
    for (Problem problem : configuration.problems()) {
      Log.line(problem.line());
    }
    Index enabled = index.only(new Enabled(configuration));
    Export export = new Export(configuration, enabled.observing(), own);
    boolean debug = configuration.flag(Keys.AGENT_DEBUG);
    if (debug) {
      String java = System.getProperty("java.version");
      Log.line("debug: " + Version.ofAgent() + " on Java " + java + ", for" + enabled.names());
    }
    Exclusions excluded =
        new Exclusions(
            configuration.list(Keys.EXCLUDE_CLASSES),
            configuration.list(Keys.EXCLUDE_CLASS_LOADERS));
    Explanation explanation =
        new Explanation(
            configuration.list(Keys.WEFT_DEBUG), debug, configuration.string(Keys.WEFT_DUMP));
    Weaving made =
        new Weaving(
            instrumentation,
            enabled,
            files,
            own,
            isolated,
            excluded,
            explanation,
            new Recorder(configuration, export));
    export.start();
    weaving = made;
    RuleWeaving rules =
        configuration.hasRules()
            ? new RuleWeaving(configuration, instrumentation, made, excluded, explanation, own)
            : null;
    made.start();
    if (rules != null) {
      rules.start();
    }
    CacheTraining.watch(instrumentation);
  }

  // Classes, not lambdas: the first ones of a JVM are dear, and this is before main.

  /** Which instrumentations are woven. */
  private static final class Enabled implements Predicate<String> {
    private final Configuration configuration;

    Enabled(Configuration configuration) {
      this.configuration = configuration;
    }

    @Override
    public boolean test(String instrumentation) {
      return configuration.instrumentationEnabled(instrumentation, true);
    }
  }

  /** Connects what is recorded to the export. */
  private static final class Recorder implements Runnable {
    private final Configuration configuration;
    private final Export export;

    Recorder(Configuration configuration, Export export) {
      this.configuration = configuration;
      this.export = export;
    }

    @Override
    public void run() {
      Recording.install(configuration, export.sink(), export.logSink());
    }
  }
}
