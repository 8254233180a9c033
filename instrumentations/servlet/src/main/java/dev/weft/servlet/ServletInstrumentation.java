// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.Methods;
import dev.weft.api.Weaver;

/**
 * Traces requests in servlet containers. Tomcat and Jetty 12 are entered where every request comes
 * by, and where the status that the client gets is known; all others at the first filter chain or
 * servlet.
 */
public final class ServletInstrumentation implements LibraryInstrumentation {
  @Override
  public String name() {
    return "servlet";
  }

  @Override
  public String served() {
    return "Servlet 3.1 to 6.0 (javax.servlet and jakarta.servlet)";
  }

  @Override
  public void weave(Weaver weaver) {
    weave(weaver, "javax.servlet.", "JavaxServletAdvice", "JavaxRefusalAdvice");
    weave(weaver, "jakarta.servlet.", "JakartaServletAdvice", "JakartaRefusalAdvice");
    weaver
        .types("org.eclipse.jetty.server.Server")
        .method(
            Methods.named("handle")
                .taking(
                    "org.eclipse.jetty.server.Request",
                    "org.eclipse.jetty.server.Response",
                    "org.eclipse.jetty.util.Callback"),
            "JettyAdvice");
  }

  private static void weave(Weaver weaver, String api, String advice, String refusal) {
    String request = api + "ServletRequest";
    String response = api + "ServletResponse";
    // Tomcat 9 and 10 name their classes alike: only the exception tells which API it is about
    String exception = api + "ServletException";
    weaver
        .types(api + "http.HttpServlet")
        .method(Methods.named("service").isPublic().taking(request, response), advice);
    weaver
        .subtypesOf(api + "FilterChain", "Chain")
        .method(Methods.named("doFilter").taking(request, response), advice);
    weaver
        .types("org.apache.catalina.core.StandardEngineValve")
        .method(Methods.named("invoke").throwing(exception), advice);
    weaver
        .types("org.apache.catalina.connector.CoyoteAdapter")
        .method(Methods.named("postParseRequest").throwing(exception), refusal);
  }
}
