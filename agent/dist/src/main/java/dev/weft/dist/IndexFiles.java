// SPDX-License-Identifier: Apache-2.0
package dev.weft.dist;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.engine.PackedFiles;
import dev.weft.engine.index.IndexCompiler;
import dev.weft.engine.index.ReferenceCompiler;
import dev.weft.engine.index.RuleCompiler;
import dev.weft.engine.weave.Index;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The index of all instrumentations, and what each of them refers to, as files of the jar. */
final class IndexFiles {
  private IndexFiles() {}

  static Map<String, byte[]> all() throws IOException {
    List<LibraryInstrumentation> instrumentations = new ArrayList<>();
    ServiceLoader.load(LibraryInstrumentation.class, IndexFiles.class.getClassLoader())
        .forEach(instrumentations::add);
    instrumentations.sort(Comparator.comparing(LibraryInstrumentation::name));
    Map<String, byte[]> files = new LinkedHashMap<>();
    ByteArrayOutputStream index = new ByteArrayOutputStream();
    IndexCompiler.index(instrumentations).write(new DataOutputStream(index));
    files.put(Index.RESOURCE, index.toByteArray());
    for (LibraryInstrumentation instrumentation : instrumentations) {
      ByteArrayOutputStream references = new ByteArrayOutputStream();
      ReferenceCompiler.write(instrumentation, new DataOutputStream(references));
      files.put(PackedFiles.REFERENCES + instrumentation.name(), references.toByteArray());
      ByteArrayOutputStream rules = new ByteArrayOutputStream();
      RuleCompiler.write(instrumentation, new DataOutputStream(rules));
      files.put(PackedFiles.RULES + instrumentation.name(), rules.toByteArray());
    }
    return files;
  }
}
