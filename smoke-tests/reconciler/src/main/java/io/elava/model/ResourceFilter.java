// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

import java.util.Set;

/**
 * Which resources to observe.
 *
 * @param types resource types; empty means all
 */
public record ResourceFilter(Set<String> types, String provider, String region) {

  /** All types of one region. */
  public static ResourceFilter everything(String provider, String region) {
    return new ResourceFilter(Set.of(), provider, region);
  }

  /** Whether resources of this type are wanted. */
  public boolean includes(String type) {
    return types.isEmpty() || types.contains(type);
  }
}
