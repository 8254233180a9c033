// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.trace.SpanContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrelatedContextTest {
  private static final SpanContext SPAN = SpanContext.remote(1, 2, 3, true, null, null);
  private static final String TRACE = "00000000000000010000000000000002";

  private static Map<String, String> over(Map<String, String> entries) {
    return new CorrelatedContext(SPAN).over(entries);
  }

  @ParameterizedTest
  @CsvSource({
    "trace_id, " + TRACE,
    "span_id, own",
    "trace_flags, 01",
    "user, u",
    "nothing,",
    "absent,"
  })
  void get_isThatOfTheMap(String name, String expected) {
    Map<String, String> entries = new HashMap<>(Map.of("user", "u", "span_id", "own"));
    entries.put("nothing", null);
    Map<String, String> read = over(entries);
    Map<String, String> iterated = new HashMap<>(over(entries));

    assertThat(read.get(name)).isEqualTo(expected).isEqualTo(iterated.get(name));
    assertThat(read.containsKey(name)).isEqualTo(iterated.containsKey(name));
  }

  @Test
  void get_whereTheApplicationSetNull_isNull() {
    Map<String, String> entries = new HashMap<>();
    entries.put("trace_id", null);

    assertThat(over(entries).get("trace_id")).isNull();
    assertThat(over(entries)).containsEntry("trace_id", null).hasSize(3);
  }

  @Test
  void changes_stayInIt() {
    Map<String, String> entries = new HashMap<>(Map.of("user", "u"));
    Map<String, String> context = over(entries);

    context.put("more", "m");
    context.remove("trace_id");
    context.remove("user");

    assertThat(context).containsOnlyKeys("more", "span_id", "trace_flags");
    assertThat(context.get("trace_id")).isNull();
    assertThat(context.get("more")).isEqualTo("m");
    assertThat(entries).containsOnly(Map.entry("user", "u"));
  }

  @Test
  void over_otherEntries_keepsTheFirst() {
    CorrelatedContext context = new CorrelatedContext(SPAN);
    context.over(Map.of("user", "first"));

    assertThat(context.over(Map.of("user", "second"))).containsEntry("user", "first");
  }

  @Test
  void serialized_isAMapOfTheJdk() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(over(Map.of("user", "u")));
    }
    Object read;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      read = in.readObject();
    }

    assertThat(read)
        .isExactlyInstanceOf(HashMap.class)
        .isEqualTo(
            Map.of(
                "user",
                "u",
                "trace_id",
                TRACE,
                "span_id",
                "0000000000000003",
                "trace_flags",
                "01"));
  }
}
