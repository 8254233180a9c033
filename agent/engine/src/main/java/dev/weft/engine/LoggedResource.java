// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine;

import dev.weft.engine.config.Configuration;
import dev.weft.engine.resource.ProcessDescription;
import java.security.PrivilegedExceptionAction;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of the resource that users want on each log line. Looked up once, with the first
 * line unless the export thread was earlier: by the agent, whatever the thread that logs may do.
 */
final class LoggedResource
    implements Supplier<Map<String, String>>, PrivilegedExceptionAction<Map<String, String>> {
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
    return attributes == null ? look() : attributes;
  }

  /** What cannot be found out the first time is not tried again with each line. */
  private synchronized Map<String, String> look() {
    Map<String, String> attributes = known;
    if (attributes != null) {
      return attributes;
    }
    attributes = Collections.emptyMap();
    try {
      attributes = Privileged.call(this);
    } catch (Exception thrown) {
      Log.line("log lines have no attributes of the resource: " + Log.cause(thrown));
    }
    known = attributes;
    return attributes;
  }

  @Override
  public Map<String, String> run() {
    Map<String, String> attributes = new HashMap<>();
    Map<String, Object> all = ProcessDescription.of(configuration);
    for (String name : names) {
      Object value = all.get(name);
      if (value != null) {
        attributes.put(name, value.toString());
      }
    }
    return Collections.unmodifiableMap(attributes);
  }
}
