// SPDX-License-Identifier: Apache-2.0
package example.orders;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/** The orders of the shop in Main Street. */
final class MainStreetOrders implements OrderService {
  private static final int GRAMS_A_PARCEL = 1200;

  private final Warehouse warehouse;
  private final Ledger ledger;
  private final ExecutorService couriers;
  private final Set<String> open = new HashSet<>();

  MainStreetOrders(Warehouse warehouse, Ledger ledger, ExecutorService couriers) {
    this.warehouse = warehouse;
    this.ledger = ledger;
    this.couriers = couriers;
  }

  @Override
  public Receipt place(Order order) {
    List<String> missing = new ArrayList<>();
    double total = 0;
    int reserved = 0;
    for (OrderLine line : order.getLines()) {
      int pieces = warehouse.reserve(line);
      reserved += pieces;
      total += pieces * line.getPrice();
      if (pieces < line.getQuantity()) {
        missing.add(line.getProduct());
      }
    }
    if (reserved == 0) {
      return new Receipt(order.getId(), 0, Receipt.Status.REFUSED, missing);
    }
    open.add(order.getId());
    ledger.enter(order.getCustomer().getId(), total);
    Receipt.Status status =
        missing.isEmpty() ? Receipt.Status.ACCEPTED : Receipt.Status.BACKORDERED;
    return new Receipt(order.getId(), total, status, missing);
  }

  @Override
  public CompletionStage<Shipment> ship(Receipt receipt, String carrier) {
    return CompletableFuture.supplyAsync(
        () -> {
          if (carrier.equals("pigeon")) {
            throw new IllegalArgumentException("too heavy for a pigeon");
          }
          return new Shipment(carrier + "-" + receipt.orderId, GRAMS_A_PARCEL);
        },
        couriers);
  }

  @Override
  public void cancel(String orderId, String reason) throws OrderException {
    if (!open.remove(orderId)) {
      throw new OrderException("there is no order " + orderId);
    }
  }
}
