// SPDX-License-Identifier: Apache-2.0
package io.elava.reconciler;

import java.time.Duration;

/** How the engine acts. */
public record ReconcilerOptions(Duration claimTtl) {

  /** Holds a claim for at most five minutes. */
  public static ReconcilerOptions defaults() {
    return new ReconcilerOptions(Duration.ofMinutes(5));
  }
}
