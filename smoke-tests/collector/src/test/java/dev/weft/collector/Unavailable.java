// SPDX-License-Identifier: Apache-2.0
package dev.weft.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A port on which nobody takes telemetry yet. */
final class Unavailable {
  private static final int PATIENCE_SECONDS = 10;

  private Unavailable() {}

  /** Does what has telemetry sent there, and returns when a first request was refused. */
  static void on(int port, Runnable cause) throws IOException, InterruptedException {
    CountDownLatch answered = new CountDownLatch(1);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
          answered.countDown();
        });
    server.start();
    try {
      cause.run();
      assertThat(answered.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("sent").isTrue();
    } finally {
      server.stop(0);
    }
  }
}
