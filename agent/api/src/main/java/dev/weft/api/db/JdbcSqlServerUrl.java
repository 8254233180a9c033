// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import org.jspecify.annotations.Nullable;

/** {@code sqlserver://host\instance:port;databaseName=db}, also of jTDS and DataDirect. */
final class JdbcSqlServerUrl {
  private JdbcSqlServerUrl() {}

  static void parse(String url, JdbcUrlParts parts) {
    parts.system("microsoft.sql_server", 1433);
    int slashes = url.indexOf("//");
    if (slashes < 0) {
      return;
    }
    int end = JdbcLocation.indexOfAny(url, ";", slashes);
    String parameters = end < url.length() ? url.substring(end + 1) : "";
    String where = url.substring(slashes + 2, end);
    int slash = JdbcLocation.indexOfAny(where, "/", 0);
    String path = slash < where.length() ? where.substring(slash + 1) : "";
    String server = where.substring(0, slash);
    if (server.isEmpty()) {
      String named = JdbcLocation.parameter(parameters, "servername");
      server = named == null || named.isEmpty() ? "localhost" : named;
    }
    String instance = instance(server, parameters);
    namespace(instance, path, parameters, parts);
    parts.hosts(hosts(withoutInstance(server), parameters));
  }

  private static @Nullable JdbcHosts hosts(String server, String parameters) {
    JdbcHosts hosts = new JdbcHosts();
    if (!hosts.add(server)) {
      return null;
    }
    String partner = JdbcLocation.parameter(parameters, "failoverpartner");
    boolean usable = partner == null || hosts.add(withoutInstance(partner));
    return usable ? hosts : null;
  }

  private static void namespace(
      @Nullable String instance, String path, String parameters, JdbcUrlParts parts) {
    String database = path.isEmpty() ? JdbcLocation.parameter(parameters, "databasename") : path;
    if (database == null) {
      database = JdbcLocation.parameter(parameters, "database");
    }
    if (instance == null) {
      parts.database(database);
    } else {
      parts.database(instance);
      parts.schema(database);
    }
  }

  private static @Nullable String instance(String server, String parameters) {
    int backslash = server.indexOf('\\');
    if (backslash < 0) {
      return JdbcLocation.parameter(parameters, "instance");
    }
    return server.substring(backslash + 1, JdbcLocation.indexOfAny(server, ":]", backslash));
  }

  private static String withoutInstance(String server) {
    int backslash = server.indexOf('\\');
    if (backslash < 0) {
      return server;
    }
    int end = JdbcLocation.indexOfAny(server, ":]", backslash);
    return server.substring(0, backslash) + server.substring(end);
  }
}
