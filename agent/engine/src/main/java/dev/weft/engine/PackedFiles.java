// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine;

import dev.weft.engine.weave.Index;
import dev.weft.engine.weave.InstrumentationFiles;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The files of the index, as they are packed into the agent's jar. */
public final class PackedFiles implements InstrumentationFiles {
  /** Precedes the name of an instrumentation in the name of the file of its rules. */
  public static final String RULES = Index.RESOURCE + ".rules.";

  /** Precedes the name of an instrumentation in the name of the file of its references. */
  public static final String REFERENCES = Index.RESOURCE + ".references.";

  private final ClassLoader own;

  PackedFiles(ClassLoader own) {
    this.own = own;
  }

  @Override
  public DataInputStream rules(String instrumentation) throws IOException {
    return required(RULES + instrumentation);
  }

  @Override
  public @Nullable DataInputStream references(String instrumentation) {
    return open(REFERENCES + instrumentation);
  }

  DataInputStream required(String name) throws IOException {
    DataInputStream in = open(name);
    if (in == null) {
      throw new IOException("the jar has no " + name);
    }
    return in;
  }

  private @Nullable DataInputStream open(String name) {
    InputStream in = own.getResourceAsStream(name);
    return in == null ? null : new DataInputStream(in);
  }
}
