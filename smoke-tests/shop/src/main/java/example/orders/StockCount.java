// SPDX-License-Identifier: Apache-2.0
package example.orders;

/** Looks what there is. */
final class StockCount extends Job {
  private final Warehouse warehouse;

  StockCount(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  public int run(String reason) {
    return warehouse.count().size();
  }
}
