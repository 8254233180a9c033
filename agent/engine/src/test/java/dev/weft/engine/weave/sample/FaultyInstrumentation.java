// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave.sample;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.Methods;
import dev.weft.api.Weaver;

/** Has a fault. */
public final class FaultyInstrumentation implements LibraryInstrumentation {
  @Override
  public String name() {
    return "sample-faulty";
  }

  @Override
  public void weave(Weaver weaver) {
    weaver
        .types("dev.weft.engine.weave.target.Victim")
        .method(Methods.named("get"), "FaultyAdvice");
  }

  @Override
  public void started() {}
}
