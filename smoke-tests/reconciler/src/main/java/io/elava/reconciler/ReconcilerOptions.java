// SPDX-License-Identifier: Apache-2.0
package io.elava.reconciler;

import java.time.Duration;
import java.util.Set;

/**
 * How the engine acts.
 *
 * @param claimTtl for how long it holds a resource at most
 * @param types of the resources that it looks at
 */
public record ReconcilerOptions(Duration claimTtl, Set<String> types) {

  /** Holds a claim for at most five minutes. */
  public static ReconcilerOptions observing(Set<String> types) {
    return new ReconcilerOptions(Duration.ofMinutes(5), types);
  }
}
