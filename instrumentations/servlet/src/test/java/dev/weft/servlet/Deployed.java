// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.h2.Driver;
import org.slf4j.LoggerFactory;

/** A web application that brings libraries of its own, each of which an agent may weave. */
public final class Deployed {
  private Deployed() {}

  /** Answers with what its database says. */
  public static final class Page extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      new PageChain().doFilter(request, response);
    }
  }

  /** A chain of its own, as frameworks have them: woven in the application's class loader. */
  static final class PageChain implements FilterChain {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response)
        throws IOException, ServletException {
      try (Connection connection = new Driver().connect("jdbc:h2:mem:", new Properties());
          Statement statement = connection.createStatement()) {
        statement.execute("select 1");
        LoggerFactory.getLogger(Deployed.class).info("asked the database");
        response.getWriter().write("deployed");
      } catch (SQLException e) {
        throw new ServletException(e);
      }
    }
  }
}
