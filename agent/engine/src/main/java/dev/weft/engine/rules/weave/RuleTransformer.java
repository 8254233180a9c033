// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import dev.weft.engine.Log;
import dev.weft.engine.Privileged;
import dev.weft.engine.rules.model.TelemetryRule;
import dev.weft.engine.weave.MethodWeaver;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Weaves the rules that there are when a class is loaded. Thread-safe; never throws. */
final class RuleTransformer implements ClassFileTransformer {
  private final Supplier<Generation> current;
  private final MethodWeaver weaver;
  private final Surroundings surroundings;
  private final Set<String> woven = Collections.synchronizedSet(new LinkedHashSet<>());
  private boolean complained;

  RuleTransformer(Supplier<Generation> current, MethodWeaver weaver, Surroundings surroundings) {
    this.current = current;
    this.weaver = weaver;
    this.surroundings = surroundings;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    try {
      if (loader == null || internalName == null || surroundings.excludes(loader, internalName)) {
        return null;
      }
      return Privileged.call(() -> transformed(current.get(), loader, internalName, classFile));
    } catch (Throwable thrown) {
      if (firstComplaint()) {
        String name = String.valueOf(internalName).replace('/', '.');
        Log.line("rules: not woven: " + name + ": " + Log.cause(thrown));
      }
      return null;
    }
  }

  private synchronized boolean firstComplaint() {
    boolean first = !complained;
    complained = true;
    return first;
  }

  private byte @Nullable [] transformed(
      Generation generation, ClassLoader loader, String internalName, byte[] classFile)
      throws Exception {
    RuleMatch match =
        new RuleMatcher(generation.index, weaver).match(loader, internalName, classFile);
    if (match == null) {
      return null;
    }
    match.matched.forEach(generation::matched);
    for (TelemetryRule rule : match.missed) {
      if (generation.isUnexplained(rule)) {
        generation.missed(rule, match.whyMissed(rule));
      }
    }
    if (match.methods.isEmpty()) {
      return null;
    }
    surroundings.prepare();
    woven.add(internalName);
    return weaver.weave(loader, internalName, classFile, match.methods, generation.number + "/");
  }

  /** Returns whether a class was ever woven by a rule. */
  boolean hasWoven(String internalName) {
    return woven.contains(internalName);
  }

  /** What the transformer has to know of the agent around it. */
  interface Surroundings {
    /** Returns whether rules stay away from a class. */
    boolean excludes(ClassLoader loader, String internalName);

    /** Makes everything ready for weaving, the first time. */
    void prepare() throws Exception;
  }
}
