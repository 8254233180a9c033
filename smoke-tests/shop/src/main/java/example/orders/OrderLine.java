// SPDX-License-Identifier: Apache-2.0
package example.orders;

/** Some pieces of a product. */
public final class OrderLine {
  private final String product;
  private final int quantity;
  private final double price;

  OrderLine(String product, int quantity, double price) {
    this.product = product;
    this.quantity = quantity;
    this.price = price;
  }

  public String getProduct() {
    return product;
  }

  public int getQuantity() {
    return quantity;
  }

  /** Of one piece; nothing for a gift. */
  public double getPrice() {
    return price;
  }
}
