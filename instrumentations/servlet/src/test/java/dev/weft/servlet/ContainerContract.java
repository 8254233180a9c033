// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.AgentExtension;
import dev.weft.testkit.RawHttp;
import dev.weft.testkit.RawRequest;
import dev.weft.testkit.RawResponse;
import dev.weft.testkit.RecordedSpan;
import org.junit.jupiter.api.Test;

/** What holds where the container is entered before any filter or servlet. */
abstract class ContainerContract extends ServletContract {
  ContainerContract(
      AgentExtension agent, String scope, String server, String application, String... jars) {
    super(agent, scope, server, application, jars);
  }

  @Test
  void redirectByTheContainer_hasNoRoute() {
    RawResponse response = send(get(""));

    RecordedSpan span = agent.telemetry().takeSpan("GET");
    assertThat(response.header("Location").orElseThrow()).endsWith("/app/");
    assertThat(span.attributes())
        .containsEntry("http.response.status_code", (long) response.status())
        .doesNotContainKey("http.route");
  }

  @Test
  void outsideOfAnyContext_hasNoRoute() {
    RawResponse response = RawHttp.send(port(), RawRequest.get("/elsewhere"));

    assertThat(response.status()).isEqualTo(404);
    RecordedSpan span = agent.telemetry().takeSpan("GET");
    assertThat(span.attribute("http.response.status_code")).isEqualTo(404L);
    assertThat(span.attribute("http.route")).isNull();
  }
}
