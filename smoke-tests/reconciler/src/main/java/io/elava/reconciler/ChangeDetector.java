// SPDX-License-Identifier: Apache-2.0
package io.elava.reconciler;

import io.elava.model.Change;
import io.elava.model.Resource;
import io.elava.model.Scan;
import java.util.List;

/** Finds what changed since the last scan. */
public interface ChangeDetector {

  /** The changes: first those of the current resources in their order, then the disappeared. */
  List<Change> detectChanges(Scan scan, List<Resource> current);
}
