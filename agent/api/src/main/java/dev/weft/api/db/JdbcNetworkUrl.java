// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import org.jspecify.annotations.Nullable;

/** URLs of the form {@code system:[variant:]//hosts/database?parameters}. */
final class JdbcNetworkUrl {
  private JdbcNetworkUrl() {}

  static void parse(String family, String rest, JdbcUrlParts parts) {
    String url = rest;
    switch (family) {
      case "datadirect":
      case "tibcosoftware":
        other(rest, parts);
        return;
      case "informix-direct":
        parts.system("ibm.informix", JdbcUrl.NO_PORT);
        parts.database(start(rest.startsWith("//") ? rest.substring(2) : rest, ":;?"));
        return;
      case "lindorm":
        url = rest.substring(rest.indexOf("http://") < 0 ? 0 : rest.indexOf("http://"));
        break;
      default:
    }
    name(family, url, parts);
    locate(family, withoutVariant(url), parts);
  }

  /** DataDirect's drivers put their own name before that of the system. */
  private static void other(String rest, JdbcUrlParts parts) {
    int colon = rest.indexOf(':');
    if (colon > 0) {
      String family = rest.substring(0, colon);
      if (family.equals("sqlserver")) {
        JdbcSqlServerUrl.parse(rest, parts);
      } else {
        name(family, rest, parts);
        locate(family, rest.substring(colon + 1), parts);
      }
    }
  }

  private static void name(String family, String rest, JdbcUrlParts parts) {
    switch (family) {
      case "postgresql":
        parts.system("postgresql", 5432);
        break;
      case "mysql":
      case "mariadb":
        parts.system(family, 3306);
        break;
      case "db2":
      case "as400":
        parts.system("ibm.db2", 50000);
        break;
      case "sap":
        parts.system("sap.hana", JdbcUrl.NO_PORT);
        break;
      case "informix-sqli":
        parts.system("ibm.informix", 9088);
        break;
      case "polardb":
        parts.system("polardb", 1521);
        break;
      case "oracle":
        parts.system("oracle.db", 1521);
        break;
      case "oceanbase":
        parts.system(rest.startsWith("oracle:") ? "oracle.db" : family, JdbcUrl.NO_PORT);
        break;
      case "clickhouse":
      case "lindorm":
        parts.system(family, JdbcUrl.NO_PORT);
        break;
      default:
    }
  }

  private static String withoutVariant(String url) {
    int slashes = url.indexOf("://");
    boolean variant = slashes > 0 && JdbcLocation.indexOfAny(url, "/?;@", 0) > slashes;
    return variant ? url.substring(slashes + 1) : url;
  }

  private static void locate(String family, String url, JdbcUrlParts parts) {
    boolean bare = family.equals("mysql") || family.equals("mariadb");
    if (!url.startsWith("//") && !bare) {
      if (url.startsWith("/")) {
        parts.database(start(url.substring(1), "?;#"));
      }
      return;
    }
    JdbcLocation location = JdbcLocation.of(url);
    if (location.authority == null) {
      return;
    }
    parts.hosts(location.authority.isEmpty() ? null : hosts(location.authority));
    // DB2 and Informix write their parameters after a colon
    parts.database(start(location.path, ":"));
    if (!parts.hasDatabase()) {
      parts.database(location.parameter("databasename"));
    }
    if (family.equals("postgresql")) {
      parts.schema(location.parameter("currentschema"));
    }
  }

  private static @Nullable JdbcHosts hosts(String authority) {
    return authority.indexOf('(') < 0
        ? JdbcHosts.parse(authority)
        : JdbcAddressBlocks.parse(authority, "address");
  }

  private static String start(String text, String ends) {
    return text.substring(0, JdbcLocation.indexOfAny(text, ends, 0));
  }
}
