// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import static dev.weft.invariants.OrderTelemetry.business;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.weft.testkit.RecordedEvent;
import dev.weft.testkit.RecordedLog;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.RecordedSpan.Kind;
import dev.weft.testkit.RecordedSpan.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An order service gets spans and log records from {@code orders-rules.yaml} alone. */
class OrderRulesTest {
  private final OrderTelemetry orders = new OrderTelemetry();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void order_isASpanWithWhatItIsAbout() {
    orders.serve("place");

    RecordedSpan order = orders.only("place GOLD");
    assertThat(order.kind()).isEqualTo(Kind.SERVER);
    assertThat(order.status()).isEqualTo(Status.UNSET);
    assertThat(order.isRoot()).isTrue();
    assertThat(order.scope().name()).isEqualTo("example.orders");
    assertThat(business(order))
        .containsOnly(
            entry("customer.class", "first"),
            entry("entries", 0L),
            entry("largest", 3L),
            entry("order.all_cheap", true),
            entry("order.gift", "pear"),
            entry("order.id", "o-1"),
            entry("order.label.channel", "web"),
            entry("order.lines", 2L),
            entry("order.missing", List.of()),
            entry("order.most_expensive", 1.5),
            entry("order.partial", false),
            entry("order.pieces", 4L),
            entry("order.products", List.of("apple", "pear")),
            entry("order.status", "ACCEPTED"),
            entry("order.total", 4.5),
            entry("reserved", 4L),
            entry("shop.name", "Main Street"),
            entry("shop.tills", 2L));
    assertThat(order.events())
        .extracting(RecordedEvent::name, RecordedEvent::attributes)
        .containsExactly(tuple("order.received", Map.of("lines", 2L)));
  }

  @Test
  void callsBelow_knowWhatIsAbove() {
    orders.serve("place");

    RecordedSpan order = orders.only("place GOLD");
    assertThat(orders.spans("Warehouse.reserve"))
        .hasSize(2)
        .allMatch(span -> span.isChildOf(order) && span.kind() == Kind.INTERNAL)
        .extracting(OrderTelemetry::business)
        .containsExactlyInAnyOrder(
            Map.of("order.id", "o-1", "batch", "batch-GOLD", "product", "apple"),
            Map.of("order.id", "o-1", "batch", "batch-GOLD", "product", "pear"));
  }

  @Test
  void shortOrder_isAnEventAndAWarning() {
    orders.serve("short");

    RecordedSpan order = orders.only("place BASIC");
    assertThat(order.status()).isEqualTo(Status.UNSET);
    assertThat(business(order))
        .containsEntry("customer.class", "other")
        .containsEntry("order.partial", true)
        .containsEntry("order.missing", List.of("pear"))
        .containsEntry("reserved", 2L)
        .containsEntry("largest", 5L)
        .doesNotContainKey("order.gift");
    assertThat(order.events())
        .extracting(RecordedEvent::name, RecordedEvent::attributes)
        .containsExactly(
            tuple("order.received", Map.of("lines", 1L)),
            tuple("order.backordered", Map.of("products", "pear")));
    assertThat(orders.logs())
        .filteredOn(log -> log.traceId().equals(order.traceId()))
        .allMatch(log -> log.spanId().equals(order.spanId()))
        .extracting(
            RecordedLog::eventName,
            RecordedLog::severityNumber,
            RecordedLog::body,
            RecordedLog::attributes)
        .containsExactly(
            tuple(
                "order.placed",
                13,
                "Order o-2 of 1 lines: BACKORDERED",
                Map.of("order.id", "o-2", "order.total", 4.0)),
            tuple("", 13, "Too few of pear", Map.of("product", "pear")));
  }

  @Test
  void refusedOrder_isAFailureThoughNothingIsThrown() {
    orders.serve("refuse");

    RecordedSpan order = orders.only("place BASIC");
    assertThat(order.status()).isEqualTo(Status.ERROR);
    assertThat(order.attribute("error.type")).isEqualTo("refused");
    assertThat(order.events()).extracting(RecordedEvent::name).containsExactly("order.received");
    assertThat(orders.logs())
        .extracting(RecordedLog::severityNumber, RecordedLog::body)
        .contains(tuple(17, "Order o-3 of 1 lines: REFUSED"));
  }

  @Test
  void stage_endsTheSpanWhenItCompletes() {
    orders.serve("place", "ship");

    RecordedSpan shipping = orders.only("ship by post");
    assertThat(shipping.kind()).isEqualTo(Kind.CLIENT);
    assertThat(shipping.status()).isEqualTo(Status.UNSET);
    assertThat(business(shipping))
        .containsOnly(
            entry("order.id", "o-1"),
            entry("shipment.tracking", "post-o-1"),
            entry("shipment.kilograms", 1.2));
  }

  @Test
  void stage_thatFails_failsTheSpan() {
    orders.serve("place", "pigeon");

    RecordedSpan shipping = orders.only("ship by pigeon");
    assertThat(shipping.status()).isEqualTo(Status.ERROR);
    assertThat(shipping.attribute("error.type")).isEqualTo("java.lang.IllegalArgumentException");
    assertThat(shipping.attribute("shipment.problem")).isEqualTo("too heavy for a pigeon");
    assertThat(shipping.attributes()).doesNotContainKey("shipment.tracking");
  }

  @Test
  void exception_isOnTheSpanOfItsCallOnly() {
    orders.serve("place", "cancel");

    assertThat(orders.spans("MainStreetOrders.cancel"))
        .hasSize(2)
        .allMatch(span -> span.kind() == Kind.CONSUMER)
        .extracting(span -> span.attribute("order.id"), RecordedSpan::status)
        .containsExactlyInAnyOrder(tuple("o-1", Status.UNSET), tuple("o-9", Status.ERROR));
    RecordedSpan failed =
        orders.spans("MainStreetOrders.cancel").stream()
            .filter(span -> span.status() == Status.ERROR)
            .findFirst()
            .orElseThrow();
    assertThat(failed.attributes())
        .containsEntry("error.type", "example.orders.OrderException")
        .containsEntry("cancel.reason", "changed my mind")
        .containsEntry("cancel.problem", "there is no order o-9");
    assertThat(failed.event("order.unknown").orElseThrow().attributes())
        .isEqualTo(Map.of("type", "OrderException"));
  }
}
