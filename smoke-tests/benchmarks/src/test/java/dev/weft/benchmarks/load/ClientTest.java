// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientTest {
  private final AtomicInteger served = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private int status = 200;
  private int length = 3;

  @BeforeEach
  void start() throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/a",
        exchange -> {
          served.incrementAndGet();
          exchange.sendResponseHeaders(status, length);
          exchange.getResponseBody().write(new byte[length]);
          exchange.close();
        });
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private Client client(int connections) {
    return new Client(server.getAddress().getPort(), "/a", connections);
  }

  @Test
  void closedSeconds_sendsAllRequests() throws Exception {
    double seconds = client(3).closedSeconds(100);

    assertThat(served).hasValue(100);
    assertThat(seconds).isPositive();
  }

  @Test
  void closedSeconds_readsAnswersThatAreLongerThanItsBuffer() throws Exception {
    length = 200_000;

    client(2).closedSeconds(10);

    assertThat(served).hasValue(10);
  }

  @Test
  void closedSeconds_failsWithTheServer() {
    status = 503;

    assertThatThrownBy(() -> client(1).closedSeconds(1)).hasStackTraceContaining("503");
  }

  @Test
  void paced_sendsNoFasterThanToldAndReturnsAscendingTimes() throws Exception {
    long start = System.nanoTime();

    long[] took = client(2).paced(21, 100);

    assertThat(System.nanoTime() - start).isGreaterThan(200_000_000);
    assertThat(served).hasValue(21);
    assertThat(took).hasSize(21).isSorted();
    assertThat(took[0]).isPositive();
  }
}
