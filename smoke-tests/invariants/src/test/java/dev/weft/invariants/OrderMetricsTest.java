// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static dev.weft.invariants.OrderTelemetry.business;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.RecordedSpan.Kind;
import dev.weft.testkit.jvm.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An order service gets metrics from rules, which can be switched and leave it alone otherwise. */
class OrderMetricsTest {
  private final OrderTelemetry orders = new OrderTelemetry();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void metrics_addUpOverTheDay() {
    orders.serve("place", "ship", "short", "refuse", "pigeon", "cancel");

    assertThat(orders.values("orders.placed"))
        .containsOnly(
            entry("{big=false, status=BACKORDERED, tier=basic}", 1.0),
            entry("{big=false, status=REFUSED, tier=basic}", 1.0),
            entry("{big=true, status=ACCEPTED, tier=gold}", 1.0));
    assertThat(orders.values("orders.pieces"))
        .containsOnly(entry("{product=apple}", 3.0), entry("{product=pear}", 6.0));
    assertThat(orders.values("orders.open")).containsOnly(entry("{}", 1.0));
    assertThat(orders.values("orders.not_cancelled"))
        .containsOnly(entry("{type=OrderException}", 1.0));
    assertThat(orders.metric("orders.placed").monotonic()).isTrue();
    assertThat(orders.metric("orders.open").monotonic()).isFalse();
    assertThat(orders.metric("orders.placed").unit()).isEqualTo("{order}");
    assertThat(orders.metric("orders.placed").description()).isEqualTo("Orders that were placed.");
    assertThat(orders.metric("orders.value").points())
        .singleElement()
        .satisfies(
            point -> {
              assertThat(point.requireHistogram().bounds()).containsExactly(1.0, 5.0, 10.0);
              assertThat(point.requireHistogram().bucketCounts()).containsExactly(1L, 2L, 0L, 0L);
              assertThat(point.requireHistogram().sum()).isEqualTo(6.5);
            });
    assertThat(orders.values("orders.shipping"))
        .containsOnly(
            entry("{carrier=pigeon, failed=true}", 1.0),
            entry("{carrier=post, failed=false}", 1.0));
  }

  @Test
  void job_isATraceOfItsOwnAndAGauge() {
    orders.serve("place", "count");

    RecordedSpan job = orders.only("count stock");
    assertThat(job.isRoot()).isTrue();
    assertThat(business(job)).containsOnly(entry("job", "StockCount"), entry("products", 2L));
    assertThat(orders.values("stock.pieces"))
        .containsOnly(entry("{product=apple}", 7.0), entry("{product=pear}", 1.0));
  }

  @Test
  void gauge_losesTheSeriesOfWhatIsNoMore() {
    orders.serve("count", "place", "short", "count");

    assertThat(orders.values("stock.pieces")).containsOnly(entry("{product=apple}", 7.0));
  }

  @Test
  void condition_leavesACallAlone() {
    orders.serve("nothing");

    assertThat(orders.spans()).isEmpty();
    assertThat(orders.metrics()).extracting(RecordedMetric::name).doesNotContain("stock.pieces");
  }

  @Test
  void switchedOffRule_emitsNothingUntilItIsSwitchedOn() {
    orders.serve("place");
    assertThat(orders.spans("audit c-o-1")).isEmpty();

    OrderTelemetry.run(orders.jvm().env("OTEL_INSTRUMENTATION_AUDIT_ENABLED", "true"), "place");

    RecordedSpan audit = orders.only("audit c-o-1");
    assertThat(audit.kind()).isEqualTo(Kind.PRODUCER);
    assertThat(business(audit)).containsOnly(entry("amount", 4.5), entry("entries", 0L));
    assertThat(orders.spans("place GOLD"))
        .extracting(span -> span.attribute("entries"))
        .containsExactlyInAnyOrder(0L, 1L);
  }

  @Test
  void switchedOnRule_canBeSwitchedOff() {
    OrderTelemetry.run(
        orders.jvm().env("OTEL_INSTRUMENTATION_RESERVE_LINE_ENABLED", "false"), "place");

    assertThat(orders.spans("Warehouse.reserve")).isEmpty();
    assertThat(orders.only("place GOLD").attributes()).doesNotContainKey("reserved");
  }

  @Test
  void application_printsWhatItPrintsWithout() {
    String[] day = {"place", "ship", "short", "refuse", "pigeon", "cancel", "count", "nothing"};

    Outcome without = OrderTelemetry.run(orders.jvm().withoutAgent(), day);
    Outcome with = OrderTelemetry.run(orders.jvm(), day);

    assertThat(with.out()).isEqualTo(without.out());
    assertThat(with.err()).isEqualTo(without.err()).isEmpty();
    assertThat(with.exitCode()).isZero();
  }
}
