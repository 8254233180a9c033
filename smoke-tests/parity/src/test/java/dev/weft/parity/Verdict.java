// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The differences that were found, held against the list.
 *
 * @param unlisted what is not listed, and how often it was found
 * @param gone what is listed and was not found
 */
record Verdict(SortedMap<Difference, Integer> unlisted, List<ListedDifference> gone) {

  static Verdict on(
      Application application, SortedMap<Difference, Integer> found, List<Reason> reasons) {
    List<ListedDifference> listed =
        reasons.stream()
            .flatMap(reason -> reason.differences().stream())
            .filter(difference -> difference.applications().contains(application))
            .toList();
    List<ListedDifference> gone = new ArrayList<>(listed);
    SortedMap<Difference, Integer> unlisted = new TreeMap<>();
    for (Map.Entry<Difference, Integer> one : found.entrySet()) {
      Optional<ListedDifference> first =
          listed.stream().filter(l -> l.isMeantBy(application, one.getKey())).findFirst();
      first.ifPresentOrElse(gone::remove, () -> unlisted.put(one.getKey(), one.getValue()));
    }
    return new Verdict(unlisted, List.copyOf(gone));
  }

  /** Returns the entries that would list what is not listed. */
  String entries(Application application) {
    StringBuilder entries = new StringBuilder();
    unlisted.forEach(
        (difference, times) ->
            entries
                .append("    # ")
                .append(times)
                .append(" x\n    - what: ")
                .append(quoted(difference.what()))
                .append("\n      fact: ")
                .append(quoted(difference.fact()))
                .append("\n      weft: ")
                .append(quoted(difference.weft()))
                .append("\n      reference: ")
                .append(quoted(difference.reference()))
                .append("\n      in: [")
                .append(application)
                .append("]\n"));
    return entries.toString();
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''").replace("\n", " ") + "'";
  }
}
