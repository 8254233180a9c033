// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.RecordedScope;
import dev.weft.testkit.RecordedSpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private final Wording wording =
      new Wording(
          Map.of(4711L, "<cloud>"),
          List.of(span("202511250000000b", 2), span("000000000000000a", 1)));

  @ParameterizedTest
  @CsvSource({
    "http://localhost:4711/x, http://localhost:<cloud>/x",
    "http://localhost:4712/x, http://localhost:4712/x",
    "scan-20261125-152359 completed, scan-<time> completed",
    "at 2026-11-25T15:23:59.123Z, at <time>",
    "id 123e4567-e89b-12d3-a456-426614174000, id <uuid>",
    "00-0af7651916cd43dd8448eb211c80319c-202511250000000b-01, '00-<trace>-<CLIENT of s, no. 2>-01'",
    "Root=1-0af76519-16cd43dd8448eb211c80319c;Parent=000000000000000a,"
        + "'Root=1-<trace>;Parent=<CLIENT of s, no. 1>'"
  })
  void text_isTheSameInEachRun(String text, String expected) {
    assertThat(wording.text(text)).isEqualTo(expected);
  }

  @Test
  void value_tellsItsType() {
    assertThat(wording.value("x", 200L)).isEqualTo("200");
    assertThat(wording.value("x", "200")).isEqualTo("\"200\"");
    assertThat(wording.value("x", "absent")).isEqualTo("\"absent\"");
    assertThat(wording.value("x", List.of("1", 1L, true))).isEqualTo("[\"1\", 1, true]");
  }

  @Test
  void value_ofPorts() {
    assertThat(wording.value("server.port", 4711L)).isEqualTo("<cloud>");
    assertThat(wording.value("server.port", 80L)).isEqualTo("80");
    assertThat(wording.value("network.peer.port", 50123L)).isEqualTo("<port>");
  }

  @Test
  void value_thatIsOfOneRun_isGivenByItsType() {
    assertThat(wording.value("process.pid", 1L)).isEqualTo("<long>");
    assertThat(wording.value("process.command_args", List.of("java"))).isEqualTo("<string[]>");
  }

  private static RecordedSpan span(String id, long start) {
    return new RecordedSpan(
        TRACE,
        id,
        "",
        "",
        1,
        "GET",
        RecordedSpan.Kind.CLIENT,
        Map.of(),
        List.of(),
        List.of(),
        RecordedSpan.Status.UNSET,
        "",
        start,
        start,
        new RecordedScope("s", "", ""),
        Map.of());
  }
}
