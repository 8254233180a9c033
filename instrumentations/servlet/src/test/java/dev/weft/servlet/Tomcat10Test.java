// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import dev.weft.testkit.AgentExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

class Tomcat10Test extends ContainerContract {
  @RegisterExtension static final AgentExtension AGENT = AgentExtension.create();

  Tomcat10Test() {
    super(
        AGENT,
        "io.opentelemetry.tomcat-10.0",
        "TomcatServer",
        "JakartaApp",
        "tomcat10/tomcat-embed-core.jar",
        "tomcat10/jakarta.annotation-api.jar");
  }
}
