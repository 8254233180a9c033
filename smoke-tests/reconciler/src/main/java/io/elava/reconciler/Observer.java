// SPDX-License-Identifier: Apache-2.0
package io.elava.reconciler;

import io.elava.model.Resource;
import io.elava.model.ResourceFilter;
import io.elava.model.Scan;
import java.util.List;

/** Looks at the cloud. */
public interface Observer {

  /** All resources that the filter includes. */
  List<Resource> observe(Scan scan, ResourceFilter filter);
}
