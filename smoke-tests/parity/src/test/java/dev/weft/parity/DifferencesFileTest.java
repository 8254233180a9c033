// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesFileTest {
  private static final String LISTED =
      """
      - title: Title
        why: Because.
        differences:
          - what: span CLIENT SELECT * (jdbc)
            fact: attribute db.user
            weft: absent
            reference: <any>
            in: [plain JDK]
      """;

  @Test
  void difference_thatIsListed() {
    Verdict verdict = verdict(LISTED, select("attribute db.user", "absent", "sa"));

    assertThat(verdict.unlisted()).isEmpty();
    assertThat(verdict.gone()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "attribute db.users, absent, sa",
    "attribute db.user, sa, absent",
    "attribute db.user, sb, sa",
    "attribute db.user, absent, absent"
  })
  void difference_thatIsNotListed(String fact, String weft, String reference) {
    Verdict verdict = verdict(LISTED, select(fact, weft, reference));

    assertThat(verdict.unlisted()).hasSize(1);
    assertThat(verdict.gone()).hasSize(1);
    assertThat(DifferencesFile.parse(reason(verdict.entries(Application.PLAIN_JDK))))
        .singleElement()
        .satisfies(added -> assertThat(verdict(added, select(fact, weft, reference))).isTrue());
  }

  @Test
  void difference_ofAnotherApplication() {
    Verdict verdict =
        Verdict.on(
            Application.RECONCILER_ON_JETTY,
            found(select("attribute db.user", "absent", "sa")),
            DifferencesFile.parse(LISTED));

    assertThat(verdict.unlisted()).hasSize(1);
    assertThat(verdict.gone()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Because.,'',why",
    "Because.,TODO,why",
    "Because.,'Because.\n  whence: there',whence",
    "plain JDK,bare metal,bare metal",
    "span CLIENT SELECT * (jdbc),'''*''',kind",
    "span CLIENT SELECT * (jdbc),'spa* CLIENT',kind",
    "span CLIENT SELECT * (jdbc),span CLIENT *,scope",
    "span CLIENT SELECT * (jdbc),span CLIENT SELECT (*),scope",
    "weft: absent,weft: <any>,values"
  })
  void file_thatIsWrongOrTooWide_isRefused(String right, String wrong, String complaint) {
    String text = LISTED.replace(right, wrong.replace("\\n", "\n"));

    assertThatThrownBy(() -> DifferencesFile.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(complaint);
  }

  private static String reason(String entries) {
    return "- title: Title\n  why: Because.\n  differences:\n" + entries;
  }

  private static boolean verdict(Reason reason, Difference found) {
    Verdict verdict = Verdict.on(Application.PLAIN_JDK, found(found), List.of(reason));
    return verdict.unlisted().isEmpty() && verdict.gone().isEmpty();
  }

  private static Verdict verdict(String text, Difference found) {
    return Verdict.on(Application.PLAIN_JDK, found(found), DifferencesFile.parse(text));
  }

  private static Difference select(String fact, String weft, String reference) {
    return new Difference("span CLIENT SELECT scans (jdbc)", fact, weft, reference);
  }

  private static SortedMap<Difference, Integer> found(Difference difference) {
    SortedMap<Difference, Integer> found = new TreeMap<>();
    found.put(difference, 1);
    return found;
  }
}
