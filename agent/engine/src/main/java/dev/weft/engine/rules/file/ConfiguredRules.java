// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.InstrumentationKeys;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where the telemetry rules of this process are. Immutable; the files are read whenever asked. */
public final class ConfiguredRules {
  private final List<File> paths;
  private final String methods;

  /** Takes what is set. */
  public ConfiguredRules(Configuration configuration) {
    List<File> set = new ArrayList<>();
    for (String path : configuration.list(InstrumentationKeys.RULES)) {
      set.add(new File(path));
    }
    paths = Collections.unmodifiableList(set);
    methods = configuration.string(InstrumentationKeys.INCLUDE_METHODS);
  }

  /** Returns the files that there are now, and those that are missing. */
  public List<File> files() {
    return RuleFiles.files(paths);
  }

  /** Reads them all. */
  public RuleFiles.Outcome read() {
    return RuleFiles.read(paths, methods);
  }
}
