// SPDX-License-Identifier: Apache-2.0
package io.elava.reconciler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Coordinates the reconcilers of one process. */
public final class LocalCoordinator implements Coordinator {
  private final Map<String, Claim> claims = new HashMap<>();
  private final Clock clock;

  /** Lets claims expire by this clock. */
  public LocalCoordinator(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Set<String> claimResources(
      String instanceId, Collection<String> resourceIds, Duration ttl) {
    Instant expiry = clock.instant().plus(ttl);
    Set<String> claimed = new LinkedHashSet<>();
    for (String id : resourceIds) {
      Claim held = claims.get(id);
      if (isExpired(held) || held.instanceId().equals(instanceId)) {
        claims.put(id, new Claim(instanceId, expiry));
        claimed.add(id);
      }
    }
    return claimed;
  }

  @Override
  public synchronized void releaseResources(String instanceId, Collection<String> resourceIds) {
    for (String id : resourceIds) {
      Claim held = claims.get(id);
      if (held != null && held.instanceId().equals(instanceId)) {
        claims.remove(id);
      }
    }
  }

  @Override
  public synchronized boolean isResourceClaimed(String resourceId) {
    return !isExpired(claims.get(resourceId));
  }

  private boolean isExpired(Claim claim) {
    return claim == null || !claim.expiry().isAfter(clock.instant());
  }

  private record Claim(String instanceId, Instant expiry) {}
}
