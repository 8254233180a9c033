// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.engine.Log;
import dev.weft.engine.Privileged;
import java.lang.instrument.ClassFileTransformer;
import java.security.PrivilegedExceptionAction;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every class that is loaded, and for nearly all of them finds in a map look-up and a few
 * text searches that there is nothing to do. Only a match brings in the {@link Loom}. Thread-safe;
 * never throws.
 */
final class WeavingTransformer implements ClassFileTransformer {
  private final Index index;
  private final Matches matches;
  private final LoomSource loom;
  private final Explanation explanation;
  private boolean complained;
  private final OtherAgents others = new OtherAgents();

  WeavingTransformer(Index index, Matches matches, LoomSource loom, Explanation explanation) {
    this.index = index;
    this.matches = matches;
    this.loom = loom;
    this.explanation = explanation;
  }

  /** Takes the name of a class that was there before. */
  void loaded(String internalName) {
    others.loaded(internalName);
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    Attempt attempt = null;
    try {
      if (internalName == null || loader instanceof InstrumentationLoader) {
        return null;
      }
      others.loaded(internalName);
      Index.Entry[] named = index.named(internalName);
      boolean hinted = loader != null && matches.hinted(internalName);
      if (named.length == 0 && !hinted) {
        explanation.say(internalName, loader, "no instrumentation names it or a part of it");
        return null;
      }
      if (matches.own(loader, internalName)) {
        return null;
      }
      attempt = new Attempt(loader, internalName, named, hinted, redefined, classFile);
      return Privileged.call(attempt);
    } catch (Throwable thrown) {
      List<Match> found = attempt == null ? Collections.<Match>emptyList() : attempt.found;
      fault(String.valueOf(internalName).replace('/', '.'), found, thrown);
      return null;
    }
  }

  private void fault(String name, List<Match> found, Throwable thrown) {
    if (thrown instanceof UnweavableClass) {
      // an old driver has dozens of such classes
      if (firstComplaint()) {
        Log.line("not woven: " + name + ": " + thrown.getMessage());
      }
      return;
    }
    if (found.isEmpty() || InstrumentationState.outOfRoom(thrown)) {
      if (firstComplaint()) {
        Log.line("not woven: " + name + ": " + Log.cause(thrown));
      }
      return;
    }
    for (Match match : found) {
      match.state.unwoven(name, thrown);
    }
  }

  private synchronized boolean firstComplaint() {
    boolean first = !complained;
    complained = true;
    return first;
  }

  /** For one class. No lambda: making its class would be part of weaving the first one. */
  private final class Attempt implements PrivilegedExceptionAction<byte @Nullable []> {
    private final @Nullable ClassLoader loader;
    private final String internalName;
    private final Index.Entry[] named;
    private final boolean hinted;
    private final @Nullable Class<?> redefined;
    private final byte[] classFile;
    private List<Match> found = Collections.emptyList();

    Attempt(
        @Nullable ClassLoader loader,
        String internalName,
        Index.Entry[] named,
        boolean hinted,
        @Nullable Class<?> redefined,
        byte[] classFile) {
      this.loader = loader;
      this.internalName = internalName;
      this.named = named;
      this.hinted = hinted;
      this.redefined = redefined;
      this.classFile = classFile;
    }

    @Override
    public byte @Nullable [] run() throws Exception {
      found = matches.of(loader, internalName, named, hinted, classFile);
      return found.isEmpty()
          ? null
          : loom.get().weave(loader, internalName, classFile, redefined, found);
    }
  }

  /** Which rules of one instrumentation apply to a class. Immutable. */
  static final class Match {
    final InstrumentationState state;
    final boolean byName;
    final List<String> roots;

    Match(InstrumentationState state, boolean byName, List<String> roots) {
      this.state = state;
      this.byName = byName;
      this.roots = Collections.unmodifiableList(new ArrayList<>(roots));
    }
  }

  /** Makes the loom when it is first needed. */
  interface LoomSource {
    /** Returns the loom, making it the first time. */
    Loom get() throws Exception;
  }
}
