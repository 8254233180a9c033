// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import dev.weft.testkit.AgentExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servlet 3.1, in a container of which nothing but the servlet API is known. */
class Jetty9Test extends ServletContract {
  @RegisterExtension static final AgentExtension AGENT = AgentExtension.create();

  Jetty9Test() {
    super(
        AGENT,
        "io.opentelemetry.servlet-3.0",
        "OlderJettyServer",
        "JavaxApp",
        "jetty9/javax.servlet-api.jar",
        "jetty9/jetty-http.jar",
        "jetty9/jetty-io.jar",
        "jetty9/jetty-security.jar",
        "jetty9/jetty-server.jar",
        "jetty9/jetty-servlet.jar",
        "jetty9/jetty-util.jar");
  }
}
