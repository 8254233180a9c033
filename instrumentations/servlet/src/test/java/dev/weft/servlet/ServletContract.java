// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.AgentExtension;
import dev.weft.testkit.HttpServerContract;
import dev.weft.testkit.RawResponse;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.RecordedSpan.Status;
import dev.weft.testkit.ServerApplication;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is particular to servlets: filters, dispatches, answers given later, kinds of mappings. */
abstract class ServletContract extends HttpServerContract {
  private final String server;
  private final String application;
  private final String[] jars;
  private ServerLoader loader;
  private ServletServer running;

  ServletContract(
      AgentExtension agent, String scope, String server, String application, String... jars) {
    super(agent, scope);
    this.server = server;
    this.application = application;
    this.jars = jars;
  }

  @Override
  protected int start(ServerApplication mounted) throws Exception {
    Mounted.mount(mounted);
    loader = ServerLoader.of(jars);
    String here = ServletContract.class.getPackageName() + ".";
    running =
        (ServletServer) loader.loadClass(here + server).getDeclaredConstructor().newInstance();
    return running.start(here + application);
  }

  @Override
  protected void stop() throws Exception {
    running.stop();
    loader.close();
  }

  @Override
  protected String root() {
    return ServletServer.CONTEXT;
  }

  @Override
  protected String route(String path) {
    if (path.endsWith(".ext")) {
      return root() + "/*.ext";
    }
    boolean served =
        path.equals("/")
            || path.equals("/async")
            || path.equals("/forward")
            || ServerApplication.PATHS.contains(path);
    return served || path.startsWith("/path") ? super.route(path) : root() + "/*";
  }

  @Test
  void extension_isTheRoute() {
    send(get("/page.ext"));

    RecordedSpan span = take("GET", "/page.ext");
    assertThat(span.attribute("url.path")).isEqualTo("/app/page.ext");
  }

  @Test
  void pathMapping_alsoMatchesItsRoot() {
    send(get("/path"));

    RecordedSpan span = take("GET", "/path");
    assertThat(span.attribute("http.route")).isEqualTo("/app/path/*");
  }

  @Test
  void rootOfTheContext_isARouteOfItsOwn() {
    send(get("/"));

    RecordedSpan span = take("GET", "/");
    assertThat(span.attribute("http.response.status_code")).isEqualTo(404L);
  }

  @Test
  void filter_canAnswer() {
    RawResponse response = send(get("/success?filter-refuses"));

    assertThat(response.status()).isEqualTo(401);
    RecordedSpan span = take("GET", "/success");
    assertThat(span.attribute("http.response.status_code")).isEqualTo(401L);
    assertThat(span.status()).isEqualTo(Status.UNSET);
  }

  @Test
  void filter_canThrow() {
    RawResponse response = send(get("/success?filter-throws"));

    assertThat(response.status()).isEqualTo(500);
    RecordedSpan span = take("GET", "/success");
    assertFailed(span);
    assertThat(span.event("exception").orElseThrow().attributes())
        .containsEntry("exception.message", "in the filter");
  }

  @Test
  void forward_staysInTheSpanAndKeepsTheRoute() {
    RawResponse response = send(get("/forward"));

    assertThat(response.body()).isEqualTo("success");
    RecordedSpan span = take("GET", "/forward");
    assertThat(span.attribute("url.path")).isEqualTo("/app/forward");
  }

  @Test
  void include_staysInTheSpanAndKeepsTheRoute() {
    RawResponse response = send(get("/forward?include"));

    assertThat(response.body()).isEqualTo("success");
    RecordedSpan span = take("GET", "/forward");
    assertThat(span.attribute("url.path")).isEqualTo("/app/forward");
  }

  @Test
  void asyncCompletion_endsTheSpan() {
    RawResponse response = send(get("/async?complete"));

    assertThat(response.status()).isEqualTo(202);
    RecordedSpan span = take("GET", "/async");
    assertThat(span.attribute("http.response.status_code")).isEqualTo(202L);
  }

  @Test
  void asyncErrorStatus_fails() {
    RawResponse response = send(get("/async?unavailable"));

    assertThat(response.status()).isEqualTo(503);
    RecordedSpan span = take("GET", "/async");
    assertThat(span.attributes()).containsEntry("error.type", "503");
    assertThat(span.status()).isEqualTo(Status.ERROR);
  }

  @Test
  void asyncTimeout_fails() {
    RawResponse response = send(get("/async?timeout"));

    assertThat(response.status()).isEqualTo(500);
    RecordedSpan span = take("GET", "/async");
    assertFailed(span);
    assertThat(span.duration()).isGreaterThan(Duration.ofMillis(99));
  }

  @Test
  void asyncDispatch_staysInTheSpan() {
    RawResponse response = send(get("/async?dispatch"));

    assertThat(response.body()).isEqualTo("inner");
    RecordedSpan span = take("GET", "/async");
    assertThat(agent.telemetry().takeSpan("inner").isChildOf(span)).isTrue();
  }

  @Test
  void asyncDispatch_canFail() {
    RawResponse response = send(get("/async?dispatch-to-exception"));

    assertThat(response.status()).isEqualTo(500);
    RecordedSpan span = take("GET", "/async");
    assertFailed(span);
    assertThat(span.event("exception")).isPresent();
  }
}
