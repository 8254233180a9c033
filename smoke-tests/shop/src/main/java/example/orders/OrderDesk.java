// SPDX-License-Identifier: Apache-2.0
package example.orders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An order service that knows nothing of telemetry: each line on stdin is a day's work of one kind,
 * {@code place}, {@code short}, {@code refuse}, {@code ship}, {@code pigeon}, {@code cancel} or
 * {@code count}. The desk closes with its input.
 */
public final class OrderDesk {
  private final Warehouse warehouse = new Warehouse().fill("apple", 10).fill("pear", 2);
  private final ExecutorService couriers = Executors.newSingleThreadExecutor();
  private final OrderService orders = new MainStreetOrders(warehouse, new Ledger(), couriers);
  private final Job stockCount = new StockCount(warehouse);
  private Receipt last;

  private OrderDesk() {}

  /** Serves until the input ends. */
  public static void main(String[] arguments) throws IOException {
    OrderDesk desk = new OrderDesk();
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("open");
    String line;
    while ((line = input.readLine()) != null) {
      System.out.println(desk.serve(line));
      System.out.println("served " + line);
    }
    desk.couriers.shutdown();
    System.out.println("closed");
  }

  private String serve(String line) {
    switch (line) {
      case "place":
        return place("o-1", Tier.GOLD, new OrderLine("apple", 3, 1.5), new OrderLine("pear", 1, 0));
      case "short":
        return place("o-2", Tier.BASIC, new OrderLine("pear", 5, 2.0));
      case "refuse":
        return place("o-3", Tier.BASIC, new OrderLine("plum", 1, 9.0));
      case "ship":
        return ship("post");
      case "pigeon":
        return ship("pigeon");
      case "cancel":
        return cancel("o-1") + ", " + cancel("o-9");
      default:
        return stockCount.run(line) + " products";
    }
  }

  private String place(String id, Tier tier, OrderLine... lines) {
    List<OrderLine> list = Arrays.asList(lines);
    Customer customer = new Customer("c-" + id, tier);
    last = orders.place(new Order(id, customer, list, Collections.singletonMap("channel", "web")));
    return "placed " + last.orderId + " " + last.status;
  }

  private String ship(String carrier) {
    try {
      return "shipped " + orders.ship(last, carrier).toCompletableFuture().join().getTracking();
    } catch (CompletionException e) {
      return "not shipped: " + e.getCause().getMessage();
    }
  }

  private String cancel(String id) {
    try {
      orders.cancel(id, "changed my mind");
      return "cancelled " + id;
    } catch (OrderException e) {
      return e.getMessage();
    }
  }
}
