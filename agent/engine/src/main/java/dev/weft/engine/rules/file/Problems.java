// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.file;

import dev.weft.engine.config.NearestName;
import dev.weft.engine.rules.model.Place;
import dev.weft.engine.rules.model.RuleProblem;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with one file. For one thread. */
final class Problems {
  private static final int LONGEST_LIST = 200;
  private static final int MOST = 100;

  private final String file;
  private final List<RuleProblem> all;
  private int own;
  private boolean fatal;

  Problems(String file, List<RuleProblem> all) {
    this.file = file;
    this.all = all;
  }

  boolean fatal() {
    return fatal;
  }

  Place place(Node node) {
    return new Place(file, node.getStartMark().getLine() + 1);
  }

  void wrong(Node node, String text) {
    add(place(node), text, true);
  }

  void warn(Node node, String text) {
    add(place(node), text, false);
  }

  /** After some, more would hide what came first. */
  void add(Place place, String text, boolean isFatal) {
    fatal |= isFatal;
    if (++own <= MOST) {
      all.add(new RuleProblem(place, text, isFatal));
    } else if (own == MOST + 1) {
      all.add(
          new RuleProblem(place, "more than " + MOST + " problems; the rest is left out", false));
    }
  }

  /** Says that a word is none of those that there are, and which of them is nearest. */
  void unknown(Node node, String what, String word, Collection<String> known) {
    wrong(node, what + advice(word, known));
  }

  /** Returns {@code ; did you mean x?}, or all that there is, or nothing where that is too long. */
  static String advice(String word, Collection<String> known) {
    @Nullable String nearest = NearestName.of(word, known);
    if (nearest != null) {
      return "; did you mean " + nearest + "?";
    }
    String list = String.join(", ", known);
    return known.isEmpty() || list.length() > LONGEST_LIST ? "" : "; there is " + list;
  }
}
