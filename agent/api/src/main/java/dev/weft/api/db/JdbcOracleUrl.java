// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

/** {@code oracle:<type>:[user/password]@<where>}, in which {@code where} has many forms. */
final class JdbcOracleUrl {
  private JdbcOracleUrl() {}

  static void parse(String url, JdbcUrlParts parts) {
    parts.system("oracle.db", 1521);
    int at = indexOfAt(url);
    int type = url.indexOf(':');
    if (type < 0) {
      return;
    }
    String where = url.substring(Math.max(at, type) + 1).trim();
    if (where.startsWith("(")) {
      description(where, parts);
    } else if (where.indexOf('/') >= 0) {
      int slashes = where.indexOf("//");
      located(slashes < 0 ? "//" + where : where.substring(slashes), parts);
    } else {
      colons(where, parts);
    }
  }

  /** A password may hold an {@code @}, and so may a description. */
  private static int indexOfAt(String url) {
    int first = url.indexOf("@(");
    int spaced = url.indexOf("@ (");
    if (first < 0 || (spaced >= 0 && spaced < first)) {
      first = spaced;
    }
    return first >= 0 ? first : url.lastIndexOf('@');
  }

  private static void located(String url, JdbcUrlParts parts) {
    JdbcLocation location = JdbcLocation.of(url);
    if (location.authority == null) {
      return;
    }
    parts.hosts(JdbcHosts.parse(location.authority));
    parts.database(location.path.substring(0, JdbcLocation.indexOfAny(location.path, ":/", 0)));
  }

  /** {@code host:port:sid}, {@code host:sid} or a name that is resolved elsewhere. */
  private static void colons(String where, JdbcUrlParts parts) {
    String plain = where.substring(0, JdbcLocation.indexOfAny(where, "?", 0));
    int last = plain.lastIndexOf(':');
    String name = plain.substring(last + 1);
    boolean isPort = last >= 0 && JdbcHosts.isPort(name);
    if (last > 0) {
      parts.hosts(JdbcHosts.parse(isPort ? plain : plain.substring(0, last)));
    }
    parts.database(isPort || name.indexOf('=') >= 0 ? null : name);
  }

  private static void description(String where, JdbcUrlParts parts) {
    String service = JdbcAddressBlocks.attribute(where, "service_name");
    parts.database(service != null ? service : JdbcAddressBlocks.attribute(where, "sid"));
    // the servers of a list of descriptions need not belong together
    if (where.indexOf("description_list") < 0) {
      parts.hosts(JdbcAddressBlocks.parse(where, "address"));
    }
  }
}
