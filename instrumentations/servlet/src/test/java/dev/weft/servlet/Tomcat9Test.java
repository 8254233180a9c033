// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import dev.weft.testkit.AgentExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

class Tomcat9Test extends ContainerContract {
  @RegisterExtension static final AgentExtension AGENT = AgentExtension.create();

  Tomcat9Test() {
    super(
        AGENT,
        "io.opentelemetry.tomcat-7.0",
        "TomcatServer",
        "JavaxApp",
        "tomcat9/tomcat-embed-core.jar",
        "tomcat9/tomcat-annotations-api.jar");
  }
}
