// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave.sample;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.Methods;
import dev.weft.api.Weaver;

/** Refers to a library, which here is a part of the OpenTelemetry SDK. */
public final class ResourceInstrumentation implements LibraryInstrumentation {
  @Override
  public String name() {
    return "resource";
  }

  @Override
  public void weave(Weaver weaver) {
    weaver
        .types("io.opentelemetry.sdk.resources.Resource")
        .method(Methods.named("getSchemaUrl"), "ResourceAdvice");
  }
}
