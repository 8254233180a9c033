// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.engine.index.CompiledFiles;
import dev.weft.engine.index.IndexCompiler;
import dev.weft.engine.weave.sample.FaultyInstrumentation;
import dev.weft.engine.weave.sample.SampleInstrumentation;
import dev.weft.engine.weave.sample.ShapesInstrumentation;
import java.lang.instrument.Instrumentation;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;

/** Weaves the sample instrumentations into this JVM, once. */
final class Woven {
  private static Instrumentation instrumentation;

  private Woven() {}

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
      weaving.start();
      weaving.prepare();
      instrumentation = own;
    }
    return instrumentation;
  }
}
