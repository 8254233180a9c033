// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.api.Scope;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.common.InstrumentationScopeInfoBuilder;
import java.util.HashMap;
import java.util.Map;

/** The SDK's scopes for ours, by name; used by the export thread alone. */
final class Scopes {
  private final Map<String, InstrumentationScopeInfo> byName = new HashMap<>();
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
}
