// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.engine.weave.WeavingTransformer.Match;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds which instrumentations a class concerns. Thread-safe. */
final class Matches {
  private final Map<String, InstrumentationState> states;
  private final Ancestry ancestry;
  private final @Nullable ClassLoader isolated;
  private final Explanation explanation;
  private final Exclusions excluded;

  /**
   * Creates it.
   *
   * @param isolated the agent's own loader, or null where the agent shares the application's
   * @param excluded what is never woven
   */
  Matches(
      Map<String, InstrumentationState> states,
      Ancestry ancestry,
      @Nullable ClassLoader isolated,
      Exclusions excluded,
      Explanation explanation) {
    this.states = states;
    this.ancestry = ancestry;
    this.isolated = isolated;
    this.explanation = explanation;
    this.excluded = excluded;
  }

  /** Returns whether a class belongs to the agent, or is excluded by the user. */
  boolean own(@Nullable ClassLoader loader, String internalName) {
    if (loader != null && loader == isolated) {
      return true;
    }
    String setting = excluded.settingAgainst(loader, internalName);
    if (setting != null) {
      explanation.say(internalName, loader, "excluded by " + setting);
      return true;
    }
    return false;
  }

  /** Returns whether the name of a class is worth a look at its ancestors. */
  boolean hinted(String internalName) {
    if (internalName.startsWith("java/") || internalName.startsWith("jdk/")) {
      return false;
    }
    for (InstrumentationState state : states.values()) {
      for (Index.Root root : state.entry().roots) {
        if (root.hintedAt(internalName)) {
          return true;
        }
      }
    }
    return false;
  }

  List<Match> of(
      @Nullable ClassLoader loader,
      String internalName,
      Index.Entry[] named,
      boolean hinted,
      byte[] classFile) {
    ClassHeader header = hinted && loader != null ? ClassHeader.read(classFile) : null;
    boolean descendants = header != null && !header.isInterface();
    List<Match> found = new ArrayList<>(1);
    for (InstrumentationState state : states.values()) {
      boolean byName = Arrays.asList(named).contains(state.entry());
      List<String> roots =
          descendants && loader != null && header != null
              ? roots(loader, internalName, header, state)
              : Collections.<String>emptyList();
      if (byName || !roots.isEmpty()) {
        if (state.on()) {
          found.add(new Match(state, byName, roots));
        } else {
          explanation.say(internalName, loader, state.name() + " is switched off");
        }
      }
    }
    if (found.isEmpty()) {
      explanation.say(internalName, loader, "its name is hinted at, but it has none of the roots");
    }
    return found;
  }

  private List<String> roots(
      ClassLoader loader, String internalName, ClassHeader header, InstrumentationState state) {
    List<String> reached = new ArrayList<>(0);
    for (Index.Root root : state.entry().roots) {
      if (root.hintedAt(internalName) && ancestry.reaches(loader, header.superTypes(), root.type)) {
        reached.add(root.type);
      }
    }
    return reached;
  }
}
