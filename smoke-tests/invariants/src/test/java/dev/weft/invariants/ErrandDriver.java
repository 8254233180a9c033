// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.logging.Logger;

/**
 * A JDBC driver, so a class that is woven, with a class nested in it that is not and has a lambda.
 */
public final class ErrandDriver implements Driver {
  /** Its database. */
  static final String URL = "jdbc:errand:";

  static {
    try {
      DriverManager.registerDriver(new ErrandDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    return acceptsURL(url) ? Opening.of("jdbc:h2:mem:errand") : null;
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(URL);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  private static final class Opening {
    static Connection of(String url) throws SQLException {
      Callable<Connection> opening = () -> DriverManager.getConnection(url);
      try {
        return opening.call();
      } catch (SQLException e) {
        throw e;
      } catch (Exception e) {
        throw new SQLException(e);
      }
    }
  }
}
