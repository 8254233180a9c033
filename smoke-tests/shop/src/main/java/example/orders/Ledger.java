// SPDX-License-Identifier: Apache-2.0
package example.orders;

import java.util.ArrayList;
import java.util.List;

/** The books. */
public final class Ledger {
  private final List<String> entries = new ArrayList<>();

  /** Enters an amount; the auditors want to see it. */
  @Audited
  public int enter(String account, double amount) {
    entries.add(account + " " + amount);
    return entries.size();
  }

  /** Nobody wants to see that. */
  public List<String> entries() {
    return entries;
  }
}
