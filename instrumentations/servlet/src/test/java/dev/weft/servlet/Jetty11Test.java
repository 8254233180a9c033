// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import dev.weft.testkit.AgentExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servlet 5, in a container of which nothing but the servlet API is known. */
class Jetty11Test extends ServletContract {
  @RegisterExtension static final AgentExtension AGENT = AgentExtension.create();

  Jetty11Test() {
    super(
        AGENT,
        "io.opentelemetry.servlet-5.0",
        "OlderJettyServer",
        "JakartaApp",
        "jetty11/jetty-jakarta-servlet-api.jar",
        "jetty11/jetty-http.jar",
        "jetty11/jetty-io.jar",
        "jetty11/jetty-security.jar",
        "jetty11/jetty-server.jar",
        "jetty11/jetty-servlet.jar",
        "jetty11/jetty-util.jar",
        "jetty11/slf4j-api.jar");
  }
}
