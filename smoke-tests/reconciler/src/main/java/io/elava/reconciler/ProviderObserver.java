// SPDX-License-Identifier: Apache-2.0
package io.elava.reconciler;

import io.elava.model.Resource;
import io.elava.model.ResourceFilter;
import io.elava.model.Scan;
import io.elava.providers.CloudProvider;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Observes through the API of a cloud provider. */
public final class ProviderObserver implements Observer {
  private static final Logger log = LoggerFactory.getLogger(ProviderObserver.class);

  private final CloudProvider provider;

  /** Observes what this provider lists. */
  public ProviderObserver(CloudProvider provider) {
    this.provider = provider;
  }

  @Override
  public List<Resource> observe(Scan scan, ResourceFilter filter) {
    List<Resource> resources = provider.listResources(filter);
    log.info("observed {} resources in {}", resources.size(), filter.region());
    return resources;
  }
}
