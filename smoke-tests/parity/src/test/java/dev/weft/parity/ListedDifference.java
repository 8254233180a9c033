// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A difference as it is listed: the same words as in a {@link Difference}, with a {@code *} for any
 * text in what it is said of, and {@value #ANY} for any value.
 *
 * @param applications in each of which it has to occur
 */
record ListedDifference(
    String what, String fact, String weft, String reference, Set<Application> applications) {
  static final String ANY = "<any>";

  /** Returns whether it is this difference that is meant. */
  boolean isMeantBy(Application application, Difference difference) {
    return applications.contains(application)
        && fact.equals(difference.fact())
        && matches(what, difference.what())
        && value(weft, difference.weft())
        && value(reference, difference.reference());
  }

  /** Any value there is. */
  private static boolean value(String listed, String found) {
    return listed.equals(ANY) ? !found.equals(Difference.ABSENT) : listed.equals(found);
  }

  private static boolean matches(String pattern, String text) {
    String regex =
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
  }

  /** Says why this could hide more than its reason is about; empty if it cannot. */
  String tooWide() {
    if (!what.matches("[a-z]+( .*)?")) {
      return "the kind of thing has to be spelled out";
    }
    if (what.startsWith("span ") && !what.matches(".* \\([^*]+\\)")) {
      return "the scope of a span has to be spelled out";
    }
    if (weft.equals(ANY) && reference.equals(ANY)) {
      return "one of the values has to be spelled out";
    }
    return "";
  }

  @Override
  public String toString() {
    return what + ", " + fact + ": Weft " + weft + ", reference " + reference;
  }
}
