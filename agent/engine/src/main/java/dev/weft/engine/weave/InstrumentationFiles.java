// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.io.DataInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What the build has written down of each instrumentation. */
public interface InstrumentationFiles {
  /** Opens the rules of an instrumentation. */
  DataInputStream rules(String instrumentation) throws IOException;

  /** Opens what its advice needs of the library, or returns null where that is nothing. */
  @Nullable DataInputStream references(String instrumentation) throws IOException;
}
