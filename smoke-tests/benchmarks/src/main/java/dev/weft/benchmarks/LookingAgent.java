// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** An agent that changes no class: what the JVM itself takes to hand all of them to an agent. */
public final class LookingAgent implements ClassFileTransformer {
  private LookingAgent() {}

  /** Called by the JVM before the main class. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    instrumentation.addTransformer(new LookingAgent(), true);
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    return null;
  }
}
