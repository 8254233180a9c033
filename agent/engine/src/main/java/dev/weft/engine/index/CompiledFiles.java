// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.index;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.engine.weave.InstrumentationFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The files of some instrumentations, made when they are asked for: for tests in process. */
public final class CompiledFiles implements InstrumentationFiles {
  private final Iterable<LibraryInstrumentation> instrumentations;

  /** Creates them. */
  public CompiledFiles(Iterable<LibraryInstrumentation> instrumentations) {
    this.instrumentations = instrumentations;
  }

  @Override
  public DataInputStream rules(String instrumentation) throws IOException {
    return compiled(instrumentation, RuleCompiler::write);
  }

  @Override
  public @Nullable DataInputStream references(String instrumentation) throws IOException {
    return compiled(instrumentation, ReferenceCompiler::write);
  }

  private DataInputStream compiled(String name, Compiler compiler) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (LibraryInstrumentation instrumentation : instrumentations) {
      if (instrumentation.name().equals(name)) {
        compiler.write(instrumentation, new DataOutputStream(bytes));
      }
    }
    return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }

  private interface Compiler {
    void write(LibraryInstrumentation instrumentation, DataOutputStream out) throws IOException;
  }
}
