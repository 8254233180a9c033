// SPDX-License-Identifier: Apache-2.0
package example.orders;

/** Who orders. */
public final class Customer {
  private final String id;
  private final Tier tier;

  Customer(String id, Tier tier) {
    this.id = id;
    this.tier = tier;
  }

  public String getId() {
    return id;
  }

  public Tier getTier() {
    return tier;
  }
}
