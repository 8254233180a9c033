// SPDX-License-Identifier: Apache-2.0
package io.elava.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Answers {@code /-/healthy} always and {@code /-/ready} with 503 until the daemon is ready. */
public final class HealthServlet extends HttpServlet {
  private final transient BooleanSupplier ready;

  /** Asks this supplier whether the daemon is ready. */
  public HealthServlet(BooleanSupplier ready) {
    this.ready = ready;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean asksReady = request.getRequestURI().endsWith("/ready");
    boolean ok = !asksReady || ready.getAsBoolean();
    response.setStatus(ok ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("text/plain");
    response.getWriter().println(ok ? "ok" : "not ready");
  }
}
