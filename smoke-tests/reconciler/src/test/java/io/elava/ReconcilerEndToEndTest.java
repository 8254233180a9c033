// SPDX-License-Identifier: Apache-2.0
package io.elava;

import static org.assertj.core.api.Assertions.assertThat;

import io.elava.daemon.Daemon;
import io.elava.stub.StubCloud;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconcilerEndToEndTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private Application application;
  private StubCloud stub;

  @BeforeEach
  void open() {
    Settings settings = Settings.of(new String[] {"--jdbc-url=jdbc:h2:mem:"}, Map.of());
    application = new Application(settings, Clock.systemUTC());
    stub = application.stub().orElseThrow();
  }

  @AfterEach
  void close() {
    application.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jetty", "tomcat"})
  void reconcile_servesABaselineAndThenTheDifferences(String container) throws Exception {
    Daemon daemon = new Daemon(application.reconciler(), application.config(), container);
    int port = daemon.start(0, Duration.ZERO);

    try {
      assertThat(get(port, "/-/ready").statusCode()).isEqualTo(200);
      assertThat(get(port, "/reconcile").body())
          .contains("\"scanType\":\"baseline\"")
          .contains("\"changes\":{\"total\":7,\"baseline\":7}")
          .contains("\"execution\":{\"total\":7,\"successful\":6,\"failed\":0,\"skipped\":1}");
      assertThat(get(port, "/reconcile").body())
          .contains("\"scanType\":\"normal\"")
          .contains(
              "\"changes\":{\"total\":4,\"appeared\":1,\"disappeared\":1,"
                  + "\"status_changed\":1,\"tag_drift\":1}")
          .contains("\"execution\":{\"total\":4,\"successful\":4,\"failed\":0,\"skipped\":0}");
      assertThat(get(port, "/reconcile").body()).contains("\"changes\":{\"total\":0}");
    } finally {
      daemon.stop();
    }
  }

  @Test
  void reconcile_readsAllPagesAndRetriesTheThrottledCall() {
    application.reconciler().reconcile(application.config());

    assertThat(stub.awsCalls())
        .extracting(call -> call.get("operation") + " " + call.get("status"))
        .containsExactly(
            "DescribeInstances 200",
            "DescribeInstances 200",
            "DescribeDBInstances 400",
            "DescribeDBInstances 200",
            "DescribeDBInstances 200",
            "ListBuckets 200");
    assertThat(stub.webhookRequests())
        .extracting(request -> request.get("path"))
        .containsExactlyInAnyOrder("/webhook/slack", "/webhook/pagerduty");
  }

  @Test
  void start_reconcilesAtTheInterval() {
    Daemon daemon = new Daemon(application.reconciler(), application.config(), "jetty");
    daemon.start(0, Duration.ofMillis(10));

    try {
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (stub.awsCalls().size() < 7 && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertThat(stub.awsCalls()).hasSizeGreaterThanOrEqualTo(7);
    } finally {
      daemon.stop();
    }
  }

  private HttpResponse<String> get(int port, String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
