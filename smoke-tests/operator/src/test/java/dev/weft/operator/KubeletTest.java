// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that Kubernetes gives for variables in {@code env} and {@code command}. */
class KubeletTest {
  @ParameterizedTest
  @CsvSource({
    "$(A), a",
    "x$(A)y$(B)z, xaybz",
    "$(UNKNOWN)/$(A), $(UNKNOWN)/a",
    "$$(A), $(A)",
    "$$$(A), $a",
    "$$$$(A), $$(A)",
    "$A, $A",
    "$(A, $(A",
    "100$, 100$",
    "$(), $()",
    "(A)$, (A)$",
  })
  void expand_followsTheRules(String value, String expanded) {
    Map<String, String> known = Map.of("A", "a", "B", "b");

    assertThat(Kubelet.expand(value, known)).isEqualTo(expanded);
  }
}
