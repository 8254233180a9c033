// SPDX-License-Identifier: Apache-2.0
package io.elava.model;

import java.util.Set;

/**
 * Which resources to observe.
 *
 * @param types resource types; empty means all
 */
public record ResourceFilter(Set<String> types, String provider, String region) {

  /** Whether resources of this type are wanted. */
  public boolean includes(String type) {
    return types.isEmpty() || types.contains(type);
  }
}
