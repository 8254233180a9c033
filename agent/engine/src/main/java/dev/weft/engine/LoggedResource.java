// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine;

import dev.weft.engine.config.Configuration;
import dev.weft.engine.resource.ProcessDescription;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The attributes of the resource that users want on each log line; looked up with the first. */
final class LoggedResource implements Supplier<Map<String, String>> {
  private final Configuration configuration;
  private final List<String> names;
  private volatile @Nullable Map<String, String> known;

  LoggedResource(Configuration configuration, List<String> names) {
    this.configuration = configuration;
    this.names = names;
  }

  @Override
  public Map<String, String> get() {
    Map<String, String> attributes = known;
    if (attributes == null) {
      attributes = new HashMap<>();
      Map<String, Object> all = ProcessDescription.of(configuration);
      for (String name : names) {
        Object value = all.get(name);
        if (value != null) {
          attributes.put(name, value.toString());
        }
      }
      attributes = Collections.unmodifiableMap(attributes);
      known = attributes;
    }
    return attributes;
  }
}
