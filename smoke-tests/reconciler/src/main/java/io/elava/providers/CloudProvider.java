// SPDX-License-Identifier: Apache-2.0
package io.elava.providers;

import io.elava.model.Resource;
import io.elava.model.ResourceFilter;
import java.util.List;

/** The API of one cloud provider. */
public interface CloudProvider extends AutoCloseable {

  /** The short name, such as {@code aws}. */
  String name();

  /** All resources that the filter includes, in a stable order. */
  List<Resource> listResources(ResourceFilter filter);

  @Override
  void close();
}
