// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import org.jspecify.annotations.Nullable;

/**
 * The names of spans, made of a method and a route: of the combinations that come again and again
 * each is made once. Thread-safe: a name that another thread has replaced is made anew.
 */
final class RouteNames {
  private static final int PLACES = 256;
  private static final @Nullable Known[] RECENT = new Known[PLACES];

  private RouteNames() {}

  /** Returns the two with a space between them. */
  static String of(String method, String route) {
    int hash = 31 * method.hashCode() + route.hashCode();
    int place = (hash ^ hash >>> 16) & (PLACES - 1);
    Known known = RECENT[place];
    if (known == null || !known.route.equals(route) || !known.method.equals(method)) {
      known = new Known(method, route);
      RECENT[place] = known;
    }
    return known.name;
  }

  private static final class Known {
    final String method;
    final String route;
    final String name;

    Known(String method, String route) {
      this.method = method;
      this.route = route;
      this.name = method + " " + route;
    }
  }
}
