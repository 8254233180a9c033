// SPDX-License-Identifier: Apache-2.0
package io.elava.storage;

import io.elava.model.Change;
import io.elava.model.Decision;
import io.elava.model.Resource;
import io.elava.model.Scan;
import io.elava.model.SingleExecutionResult;
import java.util.List;
import java.util.Optional;

/**
 * All revisions of all resources. Safe for use by several threads; all methods throw {@link
 * StorageException} when the database refuses.
 */
public interface Storage extends AutoCloseable {

  /** Counts the scans. */
  StorageStats stats();

  /** The resource as last recorded, empty when unknown or gone. */
  Optional<Resource> latest(String resourceId);

  /** The ids of the resources which the latest scan saw, sorted. */
  List<String> liveIds();

  /** Records a scan with the resources it saw and marks those that disappeared. */
  void recordObservations(Scan scan, List<Resource> resources, List<Change> changes);

  /** Records what is about to be done. */
  void recordDecisions(Scan scan, List<Decision> decisions);

  /** Records what was done. */
  void recordExecutions(Scan scan, List<SingleExecutionResult> results);

  /** Removes the revisions that are out of retention. */
  void compact(Scan scan);

  @Override
  void close();
}
