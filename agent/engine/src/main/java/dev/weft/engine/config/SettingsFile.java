// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** The configuration file. A class of its own, so that it costs nothing where there is no file. */
final class SettingsFile {
  private SettingsFile() {}

  /** What the file holds; nothing, and a problem more, if it cannot be read. */
  static Properties read(String path, Setting namedBy, List<Problem> problems) {
    Properties content = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(new FileInputStream(path), StandardCharsets.UTF_8)) {
      content.load(reader);
      return content;
    } catch (IOException | IllegalArgumentException e) {
      String reason = ": " + e.getMessage() + "; nothing is taken from this file";
      problems.add(new Problem(namedBy.describe() + reason));
      return new Properties();
    }
  }
}
