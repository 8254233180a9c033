// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of URLs: credentials before the host, and parameters known to sign requests.
 */
public final class Redaction {
  private static final String REDACTED = "REDACTED";

  private Redaction() {}

  /** Returns a URL without user info and without the values of sensitive query parameters. */
  public static String url(String url) {
    String safe = withoutUserInfo(url);
    int query = safe.indexOf('?');
    if (query < 0 || !HttpSettings.get().anySensitive()) {
      return safe;
    }
    int fragment = safe.indexOf('#', query);
    int end = fragment < 0 ? safe.length() : fragment;
    String original = safe.substring(query + 1, end);
    String redacted = parameters(original);
    return redacted.equals(original)
        ? safe
        : safe.substring(0, query + 1) + redacted + safe.substring(end);
  }

  /** Returns a query without the values of sensitive parameters; null stays null. */
  public static @Nullable String query(@Nullable String query) {
    return query == null || !HttpSettings.get().anySensitive() ? query : parameters(query);
  }

  private static String withoutUserInfo(String url) {
    int authority = url.indexOf("://");
    if (authority < 0) {
      return url;
    }
    int at = -1;
    int end = authority + 3;
    for (; end < url.length(); end++) {
      char c = url.charAt(end);
      if (c == '/' || c == '?' || c == '#') {
        break;
      }
      if (c == '@') {
        at = end;
      }
    }
    if (at < 0) {
      return url;
    }
    return url.substring(0, authority + 3) + REDACTED + ":" + REDACTED + url.substring(at);
  }

  private static String parameters(String query) {
    StringBuilder safe = null;
    int copied = 0;
    int start = 0;
    while (start < query.length()) {
      int end = query.indexOf('&', start);
      end = end < 0 ? query.length() : end;
      int equals = query.indexOf('=', start);
      if (equals >= 0
          && equals < end
          && HttpSettings.get().sensitive(query.substring(start, equals))) {
        safe = safe == null ? new StringBuilder(query.length()) : safe;
        safe.append(query, copied, equals + 1).append(REDACTED);
        copied = end;
      }
      start = end + 1;
    }
    return safe == null ? query : safe.append(query, copied, query.length()).toString();
  }
}
