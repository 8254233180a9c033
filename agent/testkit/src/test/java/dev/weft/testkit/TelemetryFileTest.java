// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelemetryFileTest {
  private static final String CONTENT =
      """
      library: a shop
      scopes:
        io.shop: https://shop.example/1
      spans:
        - kind: CLIENT
          name: '{shop.item}'
          attributes:
            shop.item: string
        - kind: CLIENT
          untested: not for sale
          attributes:
            shop.price: long
      metrics:
        - name: shop.duration
          type: histogram
          unit: s
          description: Duration of a sale.
          buckets: [0.5, 1.0]
          attributes:
            shop.item: string
      """;

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void write() throws IOException {
    path = Files.writeString(folder.resolve("telemetry.yaml"), CONTENT);
  }

  @Test
  void facts_areAllThatIsListed() throws IOException {
    TelemetryFile file = TelemetryFile.read(path);

    assertThat(file.facts())
        .extracting(Fact::toString)
        .containsExactly(
            "metrics > shop.duration",
            "metrics > shop.duration > attributes > shop.item: string",
            "metrics > shop.duration > buckets: [0.5, 1.0]",
            "metrics > shop.duration > description: Duration of a sale.",
            "metrics > shop.duration > type: histogram",
            "metrics > shop.duration > unit: s",
            "scopes > io.shop > schema_url: https://shop.example/1",
            "spans > CLIENT",
            "spans > CLIENT > attributes > shop.item: string",
            "spans > CLIENT > attributes > shop.price: long");
  }

  @Test
  void testedFacts_leaveOut_whatIsUntested() throws IOException {
    TelemetryFile file = TelemetryFile.read(path);

    assertThat(file.testedFacts())
        .doesNotContain(attribute("CLIENT", "shop.price", "long"))
        .contains(attribute("CLIENT", "shop.item", "string"))
        .hasSize(file.facts().size() - 1);
  }

  @Test
  void fact_added_isListedWhereItBelongs() throws IOException {
    TelemetryFile file = TelemetryFile.read(path);

    file.add(attribute("CLIENT", "shop.age", "long"));
    file.add(Fact.entry("spans", "SERVER"));
    file.add(new Fact("metrics", "shop.duration", "buckets", List.of(2.0)));
    file.write();

    assertThat(path)
        .content()
        .isEqualTo(
            CONTENT
                .replaceFirst(
                    "      shop.item: string", "      shop.age: long\n      shop.item: string")
                .replace("[0.5, 1.0]", "[2.0]")
                .replace("metrics:", "  - kind: SERVER\nmetrics:"));
  }

  @Test
  void keyWithoutMeaning_isRefused() throws IOException {
    Files.writeString(path, CONTENT.replace("untested:", "untestet:"));

    assertThatThrownBy(() -> TelemetryFile.read(path)).hasMessageContaining("untestet");
  }

  private static Fact attribute(String kind, String key, String type) {
    return new Fact("spans", kind, Fact.ATTRIBUTES + key, type);
  }
}
