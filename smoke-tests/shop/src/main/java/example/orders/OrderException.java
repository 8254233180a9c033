// SPDX-License-Identifier: Apache-2.0
package example.orders;

/** An order cannot be dealt with. */
public final class OrderException extends Exception {
  private static final long serialVersionUID = 1;

  OrderException(String message) {
    super(message);
  }
}
