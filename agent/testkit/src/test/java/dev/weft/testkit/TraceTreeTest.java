// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceTreeTest {
  @Test
  void toString_nestedSpans_indentsThemInOrderOfStart() {
    List<RecordedSpan> spans =
        List.of(
            SomeSpan.child("t1", "late", "top", 5),
            SomeSpan.child("t1", "deep", "early", 3),
            SomeSpan.child("t1", "early", "top", 2),
            SomeSpan.root("t1", "top"));

    String text = TraceTree.of(spans).toString();

    assertThat(text)
        .isEqualTo(
            """
            trace t1, 4 spans, 15.00 ms
              INTERNAL name-top  10.00 ms
                INTERNAL name-early  10.00 ms
                  INTERNAL name-deep  10.00 ms
                INTERNAL name-late  10.00 ms""");
  }

  @Test
  void toString_failedSpan_showsStatusKeyAttributesAndException() {
    RecordedEvent exception =
        new RecordedEvent(
            "exception",
            1,
            Map.of("exception.type", "java.io.IOException", "exception.message", "refused"));
    RecordedSpan span =
        SomeSpan.span(
            "t1",
            "a",
            "",
            0,
            Map.of("error.type", "500", "http.response.status_code", 500L, "thread.id", 1L),
            RecordedSpan.Status.ERROR,
            List.of(exception));

    String text = TraceTree.of(List.of(span)).toString();

    assertThat(text)
        .isEqualTo(
            """
            trace t1, 1 span, 10.00 ms
              INTERNAL name-a  10.00 ms  ERROR  [http.response.status_code=500, error.type=500]
                * exception java.io.IOException refused""");
    assertThat(TraceTree.of(List.of(span)).withAllAttributes().toString()).contains("thread.id=1");
  }

  @Test
  void toString_parentElsewhere_namesIt() {
    String text = TraceTree.of(List.of(SomeSpan.child("t1", "a", "far", 0))).toString();

    assertThat(text).contains("  INTERNAL name-a  10.00 ms  (parent far is elsewhere)");
  }

  @Test
  void toString_spansThatAreTheirOwnAncestors_showsEachOnce() {
    List<RecordedSpan> ring =
        List.of(SomeSpan.child("t1", "a", "b", 0), SomeSpan.child("t1", "b", "a", 1));

    String text = TraceTree.of(ring).toString();

    assertThat(text).containsOnlyOnce("name-a").containsOnlyOnce("name-b");
  }

  @Test
  void marking_someSpans_putsAMarkBeforeThem() {
    List<RecordedSpan> spans = List.of(SomeSpan.root("t1", "a"), SomeSpan.child("t1", "b", "a", 1));

    String text = TraceTree.of(spans).marking(RecordedSpan::isRoot).toString();

    assertThat(text).contains("\n! INTERNAL name-a").contains("\n    INTERNAL name-b");
  }

  @Test
  void toString_noSpans_saysSo() {
    assertThat(TraceTree.of(List.of())).hasToString("(no spans)");
  }
}
