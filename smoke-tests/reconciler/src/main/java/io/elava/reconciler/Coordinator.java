// SPDX-License-Identifier: Apache-2.0
package io.elava.reconciler;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;

/** Keeps two reconcilers from acting on the same resource at once. */
public interface Coordinator {

  /** Claims those of the resources that nobody else holds, and returns them. */
  Set<String> claimResources(String instanceId, Collection<String> resourceIds, Duration ttl);

  /** Gives up what this instance holds of these. */
  void releaseResources(String instanceId, Collection<String> resourceIds);

  /** Whether anybody holds the resource. */
  boolean isResourceClaimed(String resourceId);
}
