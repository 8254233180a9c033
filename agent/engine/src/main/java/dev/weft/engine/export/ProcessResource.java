// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Keys;
import dev.weft.engine.resource.ProcessDescription;
import dev.weft.engine.resource.Version;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.resources.Resource;
import java.util.List;
import java.util.Map;

/** What this process is, as the SDK's exporters want it; made on the export thread. */
final class ProcessResource {
  private static final String SDK = "telemetry.sdk.";

  private ProcessResource() {}

  /** Returns the agent's version. */
  static String version() {
    return Version.ofAgent();
  }

  static Resource of(Configuration configuration) {
    AttributesBuilder attributes = Attributes.builder();
    List<String> unwanted = configuration.list(Keys.RESOURCE_DISABLED_KEYS);
    for (String key : new String[] {SDK + "name", SDK + "language", SDK + "version"}) {
      String value = Resource.getDefault().getAttribute(AttributeKey.stringKey(key));
      if (value != null && !unwanted.contains(key)) {
        attributes.put(key, value);
      }
    }
    for (Map.Entry<String, Object> entry : ProcessDescription.of(configuration).entrySet()) {
      if (entry.getValue() instanceof Long) {
        attributes.put(entry.getKey(), (Long) entry.getValue());
      } else {
        attributes.put(entry.getKey(), entry.getValue().toString());
      }
    }
    return Resource.create(attributes.build());
  }
}
