// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import org.jspecify.annotations.Nullable;

/** What is known of the process, for expressions. Thread-safe. */
public interface ResourceAttributes {
  /** Returns an attribute of the resource, or null. */
  @Nullable Object get(String key);
}
