// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import org.jspecify.annotations.Nullable;

/** {@code //user:password@hosts/path?parameters} or the same with {@code ;parameters}, split. */
final class JdbcLocation {
  /** The hosts as written, without credentials; empty if none, null if that is uncertain. */
  final @Nullable String authority;

  final String path;
  private final String parameters;

  private JdbcLocation(@Nullable String authority, String path, String parameters) {
    this.authority = authority;
    this.path = path;
    this.parameters = parameters;
  }

  static JdbcLocation of(String url) {
    int from = url.startsWith("//") ? 2 : 0;
    int authorityEnd = indexOfAny(url, "/?;#", from);
    int pathEnd = indexOfAny(url, "?;#", authorityEnd);
    boolean hasPath = authorityEnd < pathEnd;
    String path = hasPath ? url.substring(authorityEnd + 1, pathEnd) : "";
    String parameters = pathEnd < url.length() ? url.substring(pathEnd + 1) : "";
    String authority = withoutCredentials(url.substring(from, authorityEnd));
    if (path.indexOf('@') >= 0 || mayHoldHosts(parameters, hasPath, authority)) {
      return new JdbcLocation(null, "", parameters);
    }
    return new JdbcLocation(authority, path, parameters);
  }

  /** Address blocks hold their credentials as attributes. */
  private static @Nullable String withoutCredentials(String authority) {
    int at = authority.lastIndexOf('@');
    int block = authority.indexOf('(');
    if (block >= 0 && at >= 0) {
      return at < block ? authority.substring(at + 1) : authority;
    }
    return authority.substring(at + 1);
  }

  /** An unescaped password such as {@code p?ss@host} looks like parameters. */
  private static boolean mayHoldHosts(String text, boolean hasPath, @Nullable String authority) {
    int at = text.lastIndexOf('@');
    if (hasPath || at < 0 || authority == null) {
      return false;
    }
    int equals = text.indexOf('=');
    boolean several = authority.indexOf(',') >= 0;
    int after = indexOfAny(text, "/:(", at);
    int next = indexOfAny(text, "&;", at);
    return equals < 0 || equals > at || (several && after < next);
  }

  /** Returns the value of a parameter, or null. Names are in lower case, as the URL is. */
  @Nullable String parameter(String name) {
    return parameter(parameters, name);
  }

  static @Nullable String parameter(String parameters, String name) {
    int from = 0;
    while (from < parameters.length()) {
      int end = indexOfAny(parameters, "&;", from);
      int equals = parameters.indexOf('=', from);
      boolean named = equals > 0 && equals < end;
      if (named && parameters.substring(from, equals).trim().equals(name)) {
        return parameters.substring(equals + 1, end).trim();
      }
      from = end + 1;
    }
    return null;
  }

  /** Returns the index of the first of these characters, or the length. */
  static int indexOfAny(String text, String characters, int from) {
    int i = from;
    while (i < text.length() && characters.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }
}
