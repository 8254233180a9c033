// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.calls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;

/** A method of an application, of which a telemetry rule makes a span with four attributes. */
public class RuleCalls extends Calls {
  private static final String RULES =
      """
      rules:
        placed:
          on: {class: dev.weft.benchmarks.calls.RuleCalls$Shop, method: place(order)}
          span:
            name: place order
            attributes:
              order.id: order.id
              order.pieces: order.pieces
              order.status: return.status
              order.total: return.total
      """;

  private final Shop shop = new Shop();
  private final Order order = new Order("o-1", 3);

  /** Makes one call. */
  @Benchmark
  public Receipt place() {
    calls++;
    return shop.place(order);
  }

  /** Writes the rule into a file of a folder. */
  static Path rules(Path folder) throws IOException {
    return Files.writeString(folder.resolve("placed.yaml"), RULES);
  }

  /** What is ordered. */
  public record Order(String id, int pieces) {}

  /** What came of it. */
  public record Receipt(Status status, double total) {}

  /** What becomes of orders. */
  public enum Status {
    PLACED
  }

  /** Takes orders, and does nothing else. */
  public static class Shop {
    private final Receipt receipt = new Receipt(Status.PLACED, 12.5);

    /** Takes one. */
    public Receipt place(Order order) {
      return order.pieces() > 0 ? receipt : new Receipt(Status.PLACED, 0);
    }
  }
}
