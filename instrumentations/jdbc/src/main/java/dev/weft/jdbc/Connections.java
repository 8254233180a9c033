// SPDX-License-Identifier: Apache-2.0
package dev.weft.jdbc;

import dev.weft.api.Attached;
import dev.weft.api.WeakIdentityMap;
import dev.weft.api.db.JdbcUrl;
import dev.weft.api.trace.Protocol;
import dev.weft.api.trace.Tracing;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * Which database each connection leads to. Only the driver's own connections have one: wrappers do
 * not, so that an execution is reported once, by the driver's statement.
 */
final class Connections {
  private static final Attached<JdbcUrl> DATABASE = Attached.of(JdbcUrl.class);
  private static final WeakIdentityMap<Class<?>, Boolean> WRAPPERS = new WeakIdentityMap<>();

  private Connections() {}

  /**
   * Starts silence on this thread, while a driver connects or is asked about itself: what it
   * executes then is its own. The result is to be given to {@link #loud}.
   */
  static Boolean quiet() {
    if (Tracing.silent(Protocol.DB_CLIENT)) {
      return Boolean.FALSE;
    }
    Tracing.silence(Protocol.DB_CLIENT, true);
    return Boolean.TRUE;
  }

  /** Ends the silence if it began with this. */
  static void loud(@Nullable Object outermost) {
    if (Boolean.TRUE.equals(outermost)) {
      Tracing.silence(Protocol.DB_CLIENT, false);
    }
  }

  /** Takes down where a driver has connected to. */
  static void opened(Connection connection, String url) {
    if (DATABASE.get(connection) == null && !isWrapper(connection)) {
      DATABASE.set(connection, JdbcUrl.parse(url));
    }
  }

  /** Returns the database, or null for a wrapper and for a connection that is being opened. */
  static @Nullable JdbcUrl database(Connection connection) {
    JdbcUrl known = DATABASE.get(connection);
    if (known != null || Tracing.silent(Protocol.DB_CLIENT) || isWrapper(connection)) {
      return known;
    }
    return ask(connection);
  }

  /**
   * For a connection that no {@code Driver.connect} was seen to open, as by H2's data source.
   * Weaving constructors instead would not tell the URL in a way that drivers have in common; to
   * answer this, drivers need not ask the server. Even so it happens once per connection, whatever
   * comes of it, when its first statement is created, and never when one is executed.
   */
  private static @Nullable JdbcUrl ask(Connection connection) {
    DATABASE.set(connection, JdbcUrl.parse(null));
    Object outermost = quiet();
    try {
      JdbcUrl asked = JdbcUrl.parse(connection.getMetaData().getURL());
      DATABASE.set(connection, asked);
      return asked;
    } catch (Throwable unknown) {
      return DATABASE.get(connection);
    } finally {
      loud(outermost);
    }
  }

  /** Decided once per class. Drivers older than JDBC 4 do not implement the question. */
  private static boolean isWrapper(Connection connection) {
    Boolean decided = WRAPPERS.get(connection.getClass());
    if (decided == null) {
      decided = unwrapsToAnother(connection);
      WRAPPERS.put(connection.getClass(), decided);
    }
    return decided;
  }

  private static boolean unwrapsToAnother(Connection connection) {
    try {
      return connection.isWrapperFor(Connection.class)
          && connection.unwrap(Connection.class) != connection;
    } catch (Throwable unsupported) {
      return false;
    }
  }
}
