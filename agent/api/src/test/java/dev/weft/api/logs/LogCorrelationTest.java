// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.trace.SpanContext;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogCorrelationTest {
  private static final SpanContext SPAN = SpanContext.remote(1, 2, 3, true, null, null);
  private static final String TRACE = "00000000000000010000000000000002";

  @AfterEach
  void restoreNames() {
    LogCorrelation.install("trace_id", "span_id", "trace_flags");
  }

  @Test
  void with_noContext() {
    assertThat(LogCorrelation.with(null, SPAN))
        .containsOnly(
            Map.entry("trace_id", TRACE),
            Map.entry("span_id", "0000000000000003"),
            Map.entry("trace_flags", "01"));
  }

  @Test
  void with_theApplicationsEntries_whichWin() {
    Map<String, String> context = Map.of("user", "u", "trace_id", "own");

    Map<String, String> entries = LogCorrelation.with(context, SPAN);

    assertThat(entries).hasSize(4).containsEntry("user", "u").containsEntry("trace_id", "own");
    assertThat(context).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"false, false, 00", "true, false, 01", "false, true, 02", "true, true, 03"})
  void entry_ofFlags(boolean sampled, boolean random, String expected) {
    SpanContext span = SpanContext.remote(1, 2, 3, sampled, random, null, null);

    assertThat(LogCorrelation.entry("trace_flags", span)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"t, " + TRACE, "s, 0000000000000003", "f, 01", "trace_id,"})
  void entry_ofChosenNames(String name, String expected) {
    LogCorrelation.install("t", "s", "f");

    assertThat(LogCorrelation.entry(name, SPAN)).isEqualTo(expected);
  }
}
