// SPDX-License-Identifier: Apache-2.0
package example.orders;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What there is of each product. */
public final class Warehouse {
  /** Pieces of a product. */
  static final class Shelf {
    private final String product;
    private int pieces;

    Shelf(String product, int pieces) {
      this.product = product;
      this.pieces = pieces;
    }

    public String getProduct() {
      return product;
    }

    public int getPieces() {
      return pieces;
    }
  }

  private final Map<String, Shelf> shelves = new TreeMap<>();

  Warehouse fill(String product, int pieces) {
    shelves.put(product, new Shelf(product, pieces));
    return this;
  }

  /** Takes as many pieces as there are; a shelf that gets empty is removed. */
  public int reserve(OrderLine line) {
    Shelf shelf = shelves.get(line.getProduct());
    if (shelf == null) {
      return 0;
    }
    int taken = Math.min(shelf.pieces, line.getQuantity());
    shelf.pieces -= taken;
    if (shelf.pieces == 0) {
      shelves.remove(shelf.product);
    }
    return taken;
  }

  /** Counts the stock. */
  public Collection<Shelf> count() {
    return shelves.values();
  }
}
