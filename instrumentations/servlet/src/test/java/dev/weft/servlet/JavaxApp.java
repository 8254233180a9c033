// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import dev.weft.testkit.ServerApplication.Answer;
import java.io.IOException;
import javax.servlet.AsyncContext;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.RequestDispatcher;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The application under test, for {@code javax.servlet}. */
public final class JavaxApp {
  private JavaxApp() {}

  private static void answer(String path, String query, HttpServletResponse response)
      throws ServletException, IOException {
    Answer answer;
    try {
      answer = Mounted.answer(path, query);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.getWriter().write(answer.body());
  }

  /** Leaves the answer to what is mounted. */
  public static final class Answering extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      String info = request.getPathInfo();
      String path = request.getServletPath() + (info == null ? "" : info);
      answer(path, request.getQueryString(), response);
    }
  }

  /** Answers later, in the way that the query says. */
  public static final class Waiting extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      if (request.getDispatcherType() == DispatcherType.ASYNC) {
        answer("/inner-span", null, response);
        return;
      }
      AsyncContext async = request.startAsync();
      String how = request.getQueryString();
      async.setTimeout(how.equals("timeout") ? 100 : 5000);
      new Thread(() -> go(how, async)).start();
    }

    private static void go(String how, AsyncContext async) {
      HttpServletResponse response = (HttpServletResponse) async.getResponse();
      switch (how) {
        case "complete" -> {
          response.setStatus(202);
          async.complete();
        }
        case "unavailable" -> {
          response.setStatus(503);
          async.complete();
        }
        case "dispatch" -> async.dispatch();
        case "dispatch-to-exception" -> async.dispatch("/exception");
        default -> {}
      }
    }
  }

  /** Lets another servlet answer. */
  public static final class Forwarding extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      RequestDispatcher other = request.getRequestDispatcher("/path/other");
      if ("include".equals(request.getQueryString())) {
        other.include(request, response);
      } else {
        other.forward(request, response);
      }
    }
  }

  /** Answers instead of the servlet if the query says so. */
  public static final class Gate implements Filter {
    @Override
    public void init(FilterConfig config) {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String query = ((HttpServletRequest) request).getQueryString();
      if ("filter-refuses".equals(query)) {
        ((HttpServletResponse) response).setStatus(401);
        return;
      }
      if ("filter-throws".equals(query)) {
        throw new ServletException(new IllegalStateException("in the filter"));
      }
      chain.doFilter(request, response);
    }

    @Override
    public void destroy() {}
  }
}
