// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An application tells the same under both agents, but for what is listed. What each run told is
 * left in {@code target/parity}.
 */
@ParameterizedClass
@EnumSource
class ParityTest {
  private static final Path FOLDER = Path.of("target", "parity");

  private static Observed weft;
  private static List<Item> told;
  private static Verdict verdict;

  @Parameter Application application;

  @BeforeParameterizedClassInvocation
  static void run(Application application) throws IOException {
    weft = application.run(Agent.WEFT);
    told = told(application, Agent.WEFT, weft);
    List<Item> reference = told(application, Agent.REFERENCE, application.run(Agent.REFERENCE));
    verdict = Verdict.on(application, Comparison.of(told, reference), DifferencesFile.read());
  }

  private static List<Item> told(Application application, Agent agent, Observed observed)
      throws IOException {
    List<Item> items = Telling.of(observed);
    Files.createDirectories(FOLDER);
    Files.writeString(
        FOLDER.resolve(application.name() + "-" + agent.name() + ".txt"), Telling.text(items));
    return items;
  }

  @Test
  void difference_isListed() {
    assertThat(verdict.entries(application))
        .as(
            "Differences that are not listed. Mend them, or list them in %s with a reason that users"
                + " would agree with",
            DifferencesFile.PATH)
        .isEmpty();
  }

  @Test
  void listedDifference_occurs() {
    assertThat(verdict.gone())
        .as(
            "Differences that are gone. Delete them from %s, or take '%s' out of their 'in'",
            DifferencesFile.PATH, application)
        .isEmpty();
  }

  @Test
  void application_isSeenAtWork() {
    Set<String> kinds = new TreeSet<>();
    told.forEach(item -> kinds.add(item.kind()));

    assertThat(kinds).containsAll(application.kinds());
  }

  @Test
  void weft_printsNothing() {
    List<String> lines = new ArrayList<>(weft.stderr());

    assertThat(lines).noneMatch(line -> line.contains("[weft]"));
  }
}
