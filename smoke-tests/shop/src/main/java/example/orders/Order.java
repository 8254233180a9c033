// SPDX-License-Identifier: Apache-2.0
package example.orders;

import java.util.List;
import java.util.Map;

/** What a customer wants. */
public final class Order {
  private final String id;
  private final Customer customer;
  private final List<OrderLine> lines;
  private final Map<String, String> labels;

  Order(String id, Customer customer, List<OrderLine> lines, Map<String, String> labels) {
    this.id = id;
    this.customer = customer;
    this.lines = lines;
    this.labels = labels;
  }

  public String getId() {
    return id;
  }

  public Customer getCustomer() {
    return customer;
  }

  public List<OrderLine> getLines() {
    return lines;
  }

  public Map<String, String> getLabels() {
    return labels;
  }
}
