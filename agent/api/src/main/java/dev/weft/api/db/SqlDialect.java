// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

/**
 * How a database tells literals from names and comments. {@link JdbcUrl#dialect()} and {@link
 * #ofSystem} choose one. Where {@link #UNKNOWN} leaves a text open to two readings, the rest of it
 * is masked.
 */
public enum SqlDialect {
  /** PostgreSQL, Oracle, DB2 and others: double quotes hold names, a backslash is a character. */
  STANDARD(true, Backslash.IS_PLAIN, false, false),
  /** MySQL and MariaDB: double quotes hold literals, a backslash escapes, {@code #} comments. */
  MYSQL(false, Backslash.ESCAPES, false, true),
  /** SQL Server and SQLite: double quotes may hold literals, brackets hold names. */
  SQL_SERVER(false, Backslash.IS_PLAIN, true, false),
  /** H2: brackets hold array elements; double quotes are masked although they hold names. */
  H2(false, Backslash.IS_PLAIN, false, false),
  /** ClickHouse: double quotes hold names, a backslash escapes, {@code #} comments. */
  CLICKHOUSE(true, Backslash.ESCAPES, false, true),
  /** Any other database: double quotes are taken for literals. */
  UNKNOWN(false, Backslash.IS_AMBIGUOUS, true, false);

  enum Backslash {
    IS_PLAIN,
    ESCAPES,
    IS_AMBIGUOUS
  }

  final boolean doubleQuotesHoldNames;
  final Backslash backslash;
  final boolean bracketsHoldNames;
  final boolean hashComments;

  SqlDialect(boolean names, Backslash backslash, boolean brackets, boolean hashComments) {
    this.doubleQuotesHoldNames = names;
    this.backslash = backslash;
    this.bracketsHoldNames = brackets;
    this.hashComments = hashComments;
  }

  /** Returns the dialect of a {@code db.system.name}. */
  public static SqlDialect ofSystem(String systemName) {
    switch (systemName) {
      case "postgresql":
      case "oracle.db":
      case "ibm.db2":
      case "derby":
      case "hsqldb":
      case "sap.hana":
      case "polardb":
        return STANDARD;
      case "mysql":
      case "mariadb":
      case "oceanbase":
        return MYSQL;
      case "microsoft.sql_server":
      case "sqlite":
        return SQL_SERVER;
      case "h2database":
        return H2;
      case "clickhouse":
        return CLICKHOUSE;
      default:
        return UNKNOWN;
    }
  }

  /** MySQL alone takes {@code --} for two signs unless white space follows. */
  boolean dashesNeedSpace() {
    return this == MYSQL;
  }

  /** Whether {@code E'…'} escapes with a backslash and {@code q'[…]'} has its own delimiters. */
  boolean hasPrefixedStrings() {
    return this == STANDARD || this == UNKNOWN;
  }
}
