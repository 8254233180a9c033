// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.index;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.engine.weave.Index;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the index from what the instrumentations say: at build time, or in a test's own process.
 */
public final class IndexCompiler {
  private IndexCompiler() {}

  /** Compiles the index. */
  public static Index index(Iterable<LibraryInstrumentation> instrumentations) {
    List<Index.Entry> entries = new ArrayList<>();
    for (LibraryInstrumentation instrumentation : instrumentations) {
      entries.add(entry(instrumentation));
    }
    return new Index(entries);
  }

  private static Index.Entry entry(LibraryInstrumentation instrumentation) {
    Set<String> names = new LinkedHashSet<>();
    List<Index.Root> roots = new ArrayList<>();
    for (Rules.Rule rule : Rules.of(instrumentation)) {
      String root = rule.root();
      if (root == null) {
        names.addAll(rule.names());
      } else {
        roots.add(new Index.Root(root, rule.names().toArray(new String[0])));
      }
    }
    return new Index.Entry(
        instrumentation.name(),
        instrumentation.getClass().getName(),
        names.toArray(new String[0]),
        roots.toArray(new Index.Root[0]),
        observing(instrumentation));
  }

  private static boolean observing(LibraryInstrumentation instrumentation) {
    try {
      Class<?> declaring = instrumentation.getClass().getMethod("started").getDeclaringClass();
      return declaring != LibraryInstrumentation.class;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
