// SPDX-License-Identifier: Apache-2.0
package example.orders;

import java.util.List;

/** What has become of an order. */
public final class Receipt {
  /** How far it has got. */
  public enum Status {
    ACCEPTED,
    BACKORDERED,
    REFUSED
  }

  final String orderId;
  final double total;
  final Status status;

  /** Products of which there are too few. */
  final List<String> missing;

  Receipt(String orderId, double total, Status status, List<String> missing) {
    this.orderId = orderId;
    this.total = total;
    this.status = status;
    this.missing = missing;
  }

  /** A pure method that is neither a getter nor named like a field. */
  public boolean partial() {
    return status == Status.BACKORDERED && !missing.isEmpty();
  }
}
