// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave.sample;

import io.opentelemetry.sdk.resources.Resource;
import net.bytebuddy.asm.Advice;

/** Refers to a library itself, through another class, and through an optional one. */
public final class ResourceAdvice {
  private ResourceAdvice() {}

  /** Refers. */
  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(@Advice.This Resource resource) {
    ResourceTelemetry.note(resource);
    OptionalPart.note();
  }
}
