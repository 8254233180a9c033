// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.Scope;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.common.InstrumentationScopeInfoBuilder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The SDK's scopes for ours and for loggers, by name; used by the export thread alone. The
 * exporters keep what they have made of a scope for as long as it is the same object, and need 8 kB
 * to make it.
 */
final class Scopes {
  private static final int LOGGERS = 1024;

  private final Map<String, InstrumentationScopeInfo> byName = new HashMap<>();
  private final Map<String, InstrumentationScopeInfo> byLogger =
      new LinkedHashMap<String, InstrumentationScopeInfo>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, InstrumentationScopeInfo> eldest) {
          return size() > LOGGERS;
        }
      };
  private final String version;

  Scopes(String version) {
    this.version = version;
  }

  InstrumentationScopeInfo of(Scope scope) {
    InstrumentationScopeInfo known = byName.get(scope.name());
    if (known == null) {
      InstrumentationScopeInfoBuilder builder =
          InstrumentationScopeInfo.builder(scope.name()).setVersion(version);
      String schemaUrl = scope.schemaUrl();
      known = (schemaUrl == null ? builder : builder.setSchemaUrl(schemaUrl)).build();
      byName.put(scope.name(), known);
    }
    return known;
  }

  InstrumentationScopeInfo ofLogger(String name) {
    InstrumentationScopeInfo known = byLogger.get(name);
    if (known == null) {
      known = InstrumentationScopeInfo.create(name);
      byLogger.put(name, known);
    }
    return known;
  }
}
