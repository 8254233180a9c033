// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

/** URLs of databases that run in the process or, optionally, on a server. */
final class JdbcEmbeddedUrl {
  private JdbcEmbeddedUrl() {}

  static void h2(String url, JdbcUrlParts parts) {
    parts.system("h2database", 8082);
    String scheme = scheme(url, "tcp", "ssl");
    if (!scheme.isEmpty()) {
      server(url.substring(scheme.length() + 1), parts);
      return;
    }
    String name = url.substring(0, JdbcLocation.indexOfAny(url, ";?", 0));
    parts.database(without(name, "mem:", "file:", "zip:"));
  }

  static void hsqldb(String url, JdbcUrlParts parts) {
    parts.system("hsqldb", 9001);
    String scheme = scheme(url, "hsqls", "hsql", "https", "http");
    if (!scheme.isEmpty()) {
      parts.usualPort(scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : 9001);
      server(url.substring(scheme.length() + 1), parts);
      return;
    }
    String name = url.substring(0, JdbcLocation.indexOfAny(url, ";?", 0));
    parts.database(without(name, "mem:", "file:", "res:"));
  }

  static void derby(String url, JdbcUrlParts parts) {
    parts.system("derby", 1527);
    int end = JdbcLocation.indexOfAny(url, ";", 0);
    String name = url.substring(0, end);
    if (url.startsWith("//")) {
      server(url, parts);
      name = JdbcLocation.of(url).path;
    }
    String plain = without(name, "memory:", "directory:", "classpath:", "jar:");
    boolean inDirectory = plain.equals(name) || name.startsWith("directory:");
    parts.database(inDirectory ? plain.substring(plain.lastIndexOf('/') + 1) : plain);
    if (!parts.hasDatabase()) {
      String rest = end < url.length() ? url.substring(end + 1) : "";
      parts.database(JdbcLocation.parameter(rest, "databasename"));
    }
  }

  static void sqlite(String url, JdbcUrlParts parts) {
    parts.system("sqlite", JdbcUrl.NO_PORT);
    String name = url.substring(0, JdbcLocation.indexOfAny(url, "?;", 0));
    if (!name.equals("memory:")) {
      String file = without(name, "file:", "resource:");
      parts.database(file.substring(file.lastIndexOf('/') + 1));
    }
  }

  private static void server(String url, JdbcUrlParts parts) {
    JdbcLocation location = JdbcLocation.of(url);
    if (location.authority != null && !location.authority.isEmpty()) {
      parts.hosts(JdbcHosts.parse(location.authority));
    }
    parts.database(location.path);
  }

  private static String scheme(String url, String... schemes) {
    for (String scheme : schemes) {
      if (url.startsWith(scheme + "://")) {
        return scheme;
      }
    }
    return "";
  }

  private static String without(String name, String... prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return name.substring(prefix.length());
      }
    }
    return name;
  }
}
