// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.engine.index.CompiledFiles;
import dev.weft.engine.index.IndexCompiler;
import dev.weft.engine.weave.sample.FaultyInstrumentation;
import dev.weft.engine.weave.sample.SampleInstrumentation;
import dev.weft.engine.weave.sample.ShapesInstrumentation;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodType;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;

/** Weaves the sample instrumentations into this JVM, once. */
public final class Woven {
  private static final SettableLinks RULES = new SettableLinks();
  private static Instrumentation instrumentation;

  private Woven() {}

  /** Starts it, and sets who answers woven telemetry rules from now on. */
  public static void start(RuleLinks rules) throws Exception {
    RULES.answerer = rules;
    start();
  }

  static synchronized Instrumentation start() throws Exception {
    if (instrumentation == null) {
      Instrumentation own = ByteBuddyAgent.install();
      List<LibraryInstrumentation> samples =
          List.of(
              new SampleInstrumentation(),
              new FaultyInstrumentation(),
              new ShapesInstrumentation());
      ClassLoader loader = Woven.class.getClassLoader();
      Weaving weaving =
          new Weaving(
              own,
              IndexCompiler.index(samples),
              new CompiledFiles(samples),
              loader,
              false,
              new Exclusions(List.of(), List.of()),
              new Explanation(List.of(), false, ""),
              () -> {});
      weaving.rules(RULES);
      weaving.start();
      weaving.prepare();
      instrumentation = own;
    }
    return instrumentation;
  }

  /** Asks those of the test that runs. */
  private static final class SettableLinks implements RuleLinks {
    private volatile RuleLinks answerer;

    @Override
    public AdviceCallSite link(
        Class<?> woven, String half, MethodType type, String rule, String key) throws Exception {
      return answerer.link(woven, half, type, rule, key);
    }

    @Override
    public void fault(String rule, Throwable thrown) {
      answerer.fault(rule, thrown);
    }
  }
}
