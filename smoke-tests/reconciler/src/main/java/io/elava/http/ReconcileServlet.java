// SPDX-License-Identifier: Apache-2.0
package io.elava.http;

import io.elava.json.Json;
import io.elava.model.ReconcileResult;
import io.elava.reconciler.Config;
import io.elava.reconciler.Reconciler;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one scan for each request and answers with its summary. */
public final class ReconcileServlet extends HttpServlet {
  private static final Logger log = LoggerFactory.getLogger(ReconcileServlet.class);

  private final transient Reconciler reconciler;
  private final transient Config config;

  /** Runs the scans of this reconciler. */
  public ReconcileServlet(Reconciler reconciler, Config config) {
    this.reconciler = reconciler;
    this.config = config;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    reconcile(response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    reconcile(response);
  }

  private void reconcile(HttpServletResponse response) throws IOException {
    try {
      ReconcileResult result = reconciler.reconcile(config);
      answer(response, HttpServletResponse.SC_OK, ScanSummary.of(result));
    } catch (RuntimeException e) {
      log.error("reconcile failed", e);
      Map<String, Object> body = Map.of("error", String.valueOf(e.getMessage()));
      answer(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, body);
    }
  }

  private static void answer(HttpServletResponse response, int status, Map<String, Object> body)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().println(Json.write(body));
  }
}
