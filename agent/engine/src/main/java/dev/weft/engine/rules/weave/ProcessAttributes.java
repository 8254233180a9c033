// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import dev.weft.engine.config.Configuration;
import dev.weft.engine.resource.ProcessDescription;
import dev.weft.engine.rules.record.ResourceAttributes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of the resource, looked up when an expression first asks. Thread-safe. */
final class ProcessAttributes implements ResourceAttributes {
  private final Configuration configuration;
  private volatile @Nullable Map<String, Object> known;

  ProcessAttributes(Configuration configuration) {
    this.configuration = configuration;
  }

  @Override
  public @Nullable Object get(String key) {
    Map<String, Object> attributes = known;
    return (attributes == null ? look() : attributes).get(key);
  }

  private synchronized Map<String, Object> look() {
    Map<String, Object> attributes = known;
    if (attributes == null) {
      attributes = ProcessDescription.of(configuration);
      known = attributes;
    }
    return attributes;
  }
}
