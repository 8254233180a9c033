// SPDX-License-Identifier: Apache-2.0
package example.orders;

import java.util.concurrent.CompletionStage;

/** What customers can do. */
public interface OrderService {

  /** Takes an order as far as there are enough of all products. */
  Receipt place(Order order);

  /** Sends what was ordered; the stage completes on another thread. */
  CompletionStage<Shipment> ship(Receipt receipt, String carrier);

  /**
   * Cancels an order.
   *
   * @throws OrderException if there is no such order
   */
  void cancel(String orderId, String reason) throws OrderException;
}
