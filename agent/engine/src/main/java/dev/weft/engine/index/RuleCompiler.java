// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.index;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.engine.weave.Rule;
import dev.weft.engine.weave.WovenAdvice;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;

/** Writes down what an instrumentation weaves, with all that its advice says in annotations. */
public final class RuleCompiler {
  private RuleCompiler() {}

  /** Writes the rules of an instrumentation. */
  public static void write(LibraryInstrumentation instrumentation, DataOutputStream out)
      throws IOException {
    ClassLoader classes = instrumentation.getClass().getClassLoader();
    List<Rule> compiled = new ArrayList<>();
    for (Rules.Rule rule : Rules.of(instrumentation)) {
      List<Rule.Advised> advised = new ArrayList<>();
      for (Rules.AdvisedMethod method : rule.advice) {
        advised.add(new Rule.Advised(method.methods, advice(classes, method.advice)));
      }
      List<String> names = rule.root == null ? rule.names : new ArrayList<>();
      compiled.add(new Rule(names, rule.root, rule.carrying, advised));
    }
    Rule.writeAll(compiled, out);
  }

  private static WovenAdvice advice(ClassLoader classes, String type) throws IOException {
    AdviceReader read = new AdviceReader(type);
    try (InputStream in = classes.getResourceAsStream(type.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new IOException(
            "no class file of " + type + ": is the advice named as it is written?");
      }
      new ClassReader(in).accept(read, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
    }
    return read.advice();
  }
}
