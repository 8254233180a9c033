// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.Weaver;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.matcher.ElementMatcher;

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
            named("handle")
                .and(takesArguments(3))
                .and(takesArgument(0, named("org.eclipse.jetty.server.Request"))),
            "JettyAdvice");
  }

  private static void weave(Weaver weaver, String api, String advice, String refusal) {
    ElementMatcher.Junction<MethodDescription> onExchange =
        takesArguments(2)
            .and(takesArgument(0, named(api + "ServletRequest")))
            .and(takesArgument(1, named(api + "ServletResponse")));
    weaver
        .types(api + "http.HttpServlet")
        .method(named("service").and(isPublic()).and(onExchange), advice);
    weaver
        .subtypesOf(api + "FilterChain", "Chain")
        .method(named("doFilter").and(onExchange), advice);
    weaver
        .types("org.apache.catalina.core.StandardEngineValve")
        .method(named("invoke").and(method -> throwing(method, api)), advice);
    weaver
        .types("org.apache.catalina.connector.CoyoteAdapter")
        .method(named("postParseRequest").and(method -> throwing(method, api)), refusal);
  }

  /** Tomcat 9 and 10 name their classes alike: only the exception tells which API it is about. */
  private static boolean throwing(MethodDescription method, String api) {
    for (TypeDefinition exception : method.getExceptionTypes()) {
      if (exception.getTypeName().equals(api + "ServletException")) {
        return true;
      }
    }
    return false;
  }
}
