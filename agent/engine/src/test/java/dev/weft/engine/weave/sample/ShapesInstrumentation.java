// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave.sample;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.Methods;
import dev.weft.api.Weaver;

/** Weaves methods of all shapes. */
public final class ShapesInstrumentation implements LibraryInstrumentation {
  private static final String TARGETS = "dev.weft.engine.weave.target.";

  @Override
  public String name() {
    return "shapes";
  }

  @Override
  public void weave(Weaver weaver) {
    weaver
        .types(TARGETS + "Shapes")
        .method(
            Methods.named("nothing", "wide", "loop", "choice", "caught", "array", "thrower"),
            "AnyAdvice")
        .method(Methods.named("twice"), "AnyAdvice")
        .method(Methods.named("twice"), "AnyAdvice")
        .method(Methods.named("frail", "frailThrower"), "FailingAdvice")
        .method(Methods.constructors(), "MadeAdvice");
  }
}
