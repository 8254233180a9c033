// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave.sample;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.Methods;
import dev.weft.api.Weaver;

/** Greets. */
public final class SampleInstrumentation implements LibraryInstrumentation {
  private static final String TARGETS = "dev.weft.engine.weave.target.";

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public void weave(Weaver weaver) {
    weaver
        .types(
            TARGETS + "Greeter",
            TARGETS + "StoredGreeter",
            TARGETS + "OldGreeter",
            TARGETS + "AncientGreeter")
        .method(Methods.named("get"), "GreetingAdvice")
        .carrying();
    weaver
        .subtypesOf("java.util.function.Supplier", TARGETS + "sub.")
        .method(Methods.named("get"), "GreetingAdvice");
  }
}
