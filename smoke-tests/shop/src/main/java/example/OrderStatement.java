// SPDX-License-Identifier: Apache-2.0
package example;

/** Called like a class of a JDBC driver, and none. */
final class OrderStatement {
  private final String sql;

  OrderStatement(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }
}
