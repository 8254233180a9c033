// SPDX-License-Identifier: Apache-2.0
package example;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into the database, if there is one, and logs a line. */
final class OrderServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger("shop");

  private final transient Deque<String> included = new ArrayDeque<>();
  private final String database;

  /**
   * Creates it.
   *
   * @param database a JDBC URL, or null
   */
  OrderServlet(String database) {
    this.database = database;
  }

  void include(String line) {
    included.add(line);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String line = included.poll();
    while (line != null) {
      ServletRequest inner = Exchange.request(line);
      service(inner, Exchange.response());
      line = included.poll();
    }
    if (database != null) {
      query(new OrderStatement("SELECT 1"));
    }
    LOG.info("order");
  }

  private void query(OrderStatement text) throws ServletException {
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement()) {
      statement.execute(text.sql());
    } catch (SQLException e) {
      throw new ServletException(e);
    }
  }
}
