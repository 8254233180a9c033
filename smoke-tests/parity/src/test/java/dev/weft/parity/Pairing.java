// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which items of two lists stand for the same thing: in order, and so that as many as
 * possible are alike (a longest common subsequence with weights).
 */
final class Pairing {
  /** Things that stand for the same; one of them is null if the other stands alone. */
  record Pair(@Nullable Item weft, @Nullable Item reference) {}

  private final List<Item> weft;
  private final List<Item> reference;

  /** By how many of each list are left: the best that can be made of them. */
  private final double[][] best;

  private Pairing(List<Item> weft, List<Item> reference) {
    this.weft = weft;
    this.reference = reference;
    this.best = new double[weft.size() + 1][reference.size() + 1];
  }

  static List<Pair> of(List<Item> weft, List<Item> reference) {
    Pairing pairing = new Pairing(weft, reference);
    pairing.weigh();
    return pairing.pairs();
  }

  private void weigh() {
    for (int i = 1; i <= weft.size(); i++) {
      for (int j = 1; j <= reference.size(); j++) {
        best[i][j] = Math.max(together(i, j), Math.max(best[i - 1][j], best[i][j - 1]));
      }
    }
  }

  private double together(int i, int j) {
    double likeness = weft.get(i - 1).likeness(reference.get(j - 1));
    return likeness == 0 ? -1 : best[i - 1][j - 1] + likeness;
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    int i = weft.size();
    int j = reference.size();
    while (i > 0 || j > 0) {
      if (i > 0 && j > 0 && best[i][j] == together(i, j)) {
        pairs.add(new Pair(weft.get(--i), reference.get(--j)));
      } else if (j == 0 || (i > 0 && best[i][j] == best[i - 1][j])) {
        pairs.add(new Pair(weft.get(--i), null));
      } else {
        pairs.add(new Pair(null, reference.get(--j)));
      }
    }
    Collections.reverse(pairs);
    return pairs;
  }
}
