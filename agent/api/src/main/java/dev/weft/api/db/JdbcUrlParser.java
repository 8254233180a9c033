// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds which family a JDBC URL belongs to. */
final class JdbcUrlParser {
  private static final int LONGEST = 16 * 1024;
  private static final String[] WRAPPERS = {
    "otel:", "p6spy:", "tracing:", "log4jdbc:", "aws-wrapper:", "aws-dsql:"
  };

  private JdbcUrlParser() {}

  static JdbcUrl parse(@Nullable String url) {
    JdbcUrlParts parts = new JdbcUrlParts();
    try {
      String rest = url == null || url.length() > LONGEST ? "" : unwrap(url.trim());
      parseFamily(rest, parts);
    } catch (RuntimeException unexpected) {
      parts.forgetDetails();
    }
    return parts.toUrl();
  }

  /** Returns what follows {@code jdbc:} and the names of drivers that wrap others. */
  private static String unwrap(String url) {
    String rest = url.toLowerCase(Locale.ROOT);
    if (rest.startsWith("jdbc-secretsmanager:")) {
      return rest.substring("jdbc-secretsmanager:".length());
    }
    if (!rest.startsWith("jdbc:")) {
      return "";
    }
    rest = rest.substring("jdbc:".length());
    for (String wrapper : WRAPPERS) {
      if (rest.startsWith(wrapper)) {
        rest = rest.substring(wrapper.length());
      }
    }
    return rest.startsWith("tc:") ? withoutImageTag(rest.substring("tc:".length())) : rest;
  }

  /** Testcontainers' {@code postgresql:16.1:///db} names an image. */
  private static String withoutImageTag(String url) {
    int system = url.indexOf(':');
    int tag = url.indexOf(':', system + 1);
    boolean tagged = system > 0 && tag > 0 && !url.startsWith("//", system + 1);
    return tagged ? url.substring(0, system) + url.substring(tag) : url;
  }

  private static void parseFamily(String url, JdbcUrlParts parts) {
    int colon = url.indexOf(':');
    if (colon <= 0) {
      return;
    }
    String family = url.substring(0, colon);
    String rest = url.substring(colon + 1);
    switch (family) {
      case "h2":
        JdbcEmbeddedUrl.h2(rest, parts);
        break;
      case "hsqldb":
        JdbcEmbeddedUrl.hsqldb(rest, parts);
        break;
      case "derby":
        JdbcEmbeddedUrl.derby(rest, parts);
        break;
      case "sqlite":
        JdbcEmbeddedUrl.sqlite(rest, parts);
        break;
      case "oracle":
        JdbcOracleUrl.parse(rest, parts);
        break;
      case "sqlserver":
      case "microsoft":
      case "jtds":
        JdbcSqlServerUrl.parse(rest, parts);
        break;
      default:
        JdbcNetworkUrl.parse(family, rest, parts);
    }
  }
}
