// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import dev.weft.testkit.AgentExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

class Jetty12Test extends ContainerContract {
  @RegisterExtension static final AgentExtension AGENT = AgentExtension.create();

  Jetty12Test() {
    super(
        AGENT,
        "io.opentelemetry.jetty-12.0",
        "JettyServer",
        "JakartaApp",
        "jetty12/jakarta.servlet-api.jar",
        "jetty12/jetty-ee10-servlet.jar",
        "jetty12/jetty-http.jar",
        "jetty12/jetty-io.jar",
        "jetty12/jetty-security.jar",
        "jetty12/jetty-server.jar",
        "jetty12/jetty-session.jar",
        "jetty12/jetty-util.jar",
        "jetty12/slf4j-api.jar");
  }
}
