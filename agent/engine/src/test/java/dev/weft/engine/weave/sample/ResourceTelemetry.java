// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave.sample;

import dev.weft.api.Scope;
import io.opentelemetry.sdk.resources.Resource;

/** Refers to a library on behalf of an advice. */
final class ResourceTelemetry {
  private ResourceTelemetry() {}

  static Scope note(Resource resource) {
    return Scope.of("resource", String.valueOf(resource.getAttributes().size()));
  }
}
