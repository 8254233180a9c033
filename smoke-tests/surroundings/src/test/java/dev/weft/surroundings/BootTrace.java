// SPDX-License-Identifier: Apache-2.0
package dev.weft.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.RecordedSpan;
import java.util.List;

/** What Weft sends of a {@link BootOrder}. */
final class BootTrace {
  private BootTrace() {}

  /** There are the three spans, in one trace with the caller and the peer. */
  static void isComplete(List<RecordedSpan> spans, BootOrder order) {
    assertThat(spans)
        .extracting(RecordedSpan::name)
        .containsExactlyInAnyOrder("GET /*", "GET", "SELECT");
    RecordedSpan server = named(spans, "GET /*");
    RecordedSpan client = named(spans, "GET");
    assertThat(spans).allMatch(span -> span.traceId().equals(BootOrder.TRACE));
    assertThat(server.parentSpanId()).isEqualTo(BootOrder.CALLER);
    assertThat(client.isChildOf(server)).isTrue();
    assertThat(named(spans, "SELECT").isChildOf(server)).isTrue();
    assertThat(named(spans, "SELECT").attribute("db.query.text"))
        .isEqualTo("SELECT CAST(? AS INT)");
    assertThat(order.answer()).isEqualTo("order 7: 200");
    assertThat(order.outcome().stdout()).contains("order 7 trace=" + BootOrder.TRACE);
    assertThat(order.outcome().out()).last().isEqualTo("closed 0");
    assertThat(order.peerRequest().headers().getOrDefault("Traceparent", List.of()))
        .containsExactly("00-" + BootOrder.TRACE + "-" + client.spanId() + "-01");
  }

  private static RecordedSpan named(List<RecordedSpan> spans, String name) {
    return spans.stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
  }
}
