// SPDX-License-Identifier: Apache-2.0
package dev.weft.dist;

import dev.weft.testkit.TelemetryFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The pages that are made from the {@code telemetry.yaml} of each instrumentation. */
enum TelemetryPage {
  OVERVIEW("instrumentations/README.md") {
    @Override
    String render() throws IOException {
      return new TelemetryOverview().render();
    }
  },
  REFERENCE("docs/telemetry.md") {
    @Override
    String render() throws IOException {
      return new TelemetryReference().render();
    }
  };

  static final String COMMAND =
      "mvn -q verify -pl agent/dist -am -Dtest=RepositoryTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dweft.update";

  private final String name;

  TelemetryPage(String name) {
    this.name = name;
  }

  abstract String render() throws IOException;

  Path file() {
    return Repository.ROOT.resolve(name);
  }

  static TelemetryFile telemetry(Path instrumentation) throws IOException {
    return TelemetryFile.read(instrumentation.resolve("telemetry.yaml"));
  }

  static String row(String... cells) {
    StringJoiner row = new StringJoiner(" | ", "| ", " |\n");
    for (String cell : cells) {
      row.add(cell.replace("|", "\\|"));
    }
    return row.toString();
  }

  static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }

  static List<Map.Entry<String, String>> entries(Map<String, Object> entry, String key) {
    return List.copyOf(TelemetryFile.texts(entry, key).entrySet());
  }
}
