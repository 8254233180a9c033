// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.io.DataInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the build has written down what each advice needs of its library. */
public interface ReferenceSource {
  /** Opens the references of an instrumentation, or returns null where there are none. */
  @Nullable DataInputStream open(String instrumentation) throws IOException;
}
