// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.benchmarks.calls.CallsPart;
import dev.weft.benchmarks.load.LoadPart;
import dev.weft.benchmarks.start.StartPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the quick form of the benchmarks, and holds what does not depend on the machine's mood
 * against {@code budgets.csv}: counts and bytes, and what is added in relation to the reference
 * agent in the same run, with a wide margin.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "looks into /proc")
@TestInstance(Lifecycle.PER_CLASS)
class BudgetTest {
  private static final long JAR_BYTES = 5_000_000;

  private final Path folder = Path.of("target", "budgets");
  private Map<String, Double> medians;

  @Test
  void jar_isSmall() throws IOException {
    assertThat(Files.size(Path.of(System.getProperty("weft.jar")))).isLessThan(JAR_BYTES);
  }

  /**
   * Looks at one quantity.
   *
   * @param row begins the name of one row, as results.properties has it
   * @param added the most that Weft may add to having no agent; empty if it depends on the machine
   * @param part the most of what the reference agent adds; empty if that is not measured
   */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/budgets.csv", numLinesToSkip = 1)
  void added_isWithinItsBudget(String row, Double added, Double part) throws Exception {
    assumeTrue(run().javaHome(17) != null, "JAVA_17_HOME is not set");
    double none = median(row, Subject.NONE);
    double weft = median(row, Subject.WEFT) - none;

    if (added != null) {
      assertThat(weft).as("added by Weft").isLessThanOrEqualTo(added);
    }
    if (part != null) {
      double reference = median(row, Subject.REFERENCE) - none;
      assertThat(reference).as("added by the reference").isPositive();
      assertThat(weft / reference).as("part of what the reference adds").isLessThan(part);
    }
  }

  /** A cheaper agent that loses spans has not won; that it says so is the least. */
  @ParameterizedTest
  @ValueSource(strings = {"trivial-servlet-request", "reconcile-request"})
  void spans_areAsManyAsTheReferences(String application) throws Exception {
    assumeTrue(run().javaHome(17) != null, "JAVA_17_HOME is not set");
    String row = "load." + application + "-jdk-17.spans-a-request";

    assertThat(median(row, Subject.WEFT)).isEqualTo(median(row, Subject.REFERENCE));
  }

  @Test
  void spans_atFullLoadOnOneProcessor_areDeliveredOrCounted() throws Exception {
    assumeTrue(run().javaHome(17) != null, "JAVA_17_HOME is not set");
    String table = "load.full-load-on-one-cpu-jdk-17.";

    assertThat(median(table + "spans-missing", Subject.WEFT))
        .isLessThanOrEqualTo(median(table + "said-to-be-dropped", Subject.WEFT));
  }

  private double median(String row, Subject subject) throws Exception {
    String end = "." + subject.name().toLowerCase(Locale.ROOT);
    List<String> keys =
        measured().keySet().stream()
            .filter(key -> key.startsWith(row) && key.endsWith(end))
            .toList();
    assertThat(keys).as("rows of %s", row).hasSize(1);
    return measured().get(keys.get(0));
  }

  private Map<String, Double> measured() throws Exception {
    if (medians == null) {
      medians = Map.of(); // so that what fails is not tried again for each row
      Benchmarks benchmarks = new Benchmarks(folder);
      for (Part part : List.of(new StartPart(), new LoadPart(), new CallsPart())) {
        medians = benchmarks.run(part, run());
      }
    }
    return medians;
  }

  private Run run() throws IOException {
    return new Run(true, Files.createDirectories(folder.resolve("work")).toAbsolutePath());
  }
}
