// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import com.sun.net.httpserver.HttpServer;
import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import dev.weft.testkit.jvm.Shops;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs a {@code Relay}, and keeps the headers of the requests that it makes. */
final class Relays implements AutoCloseable {
  private final HttpServer server;
  private final List<Map<String, String>> received = new CopyOnWriteArrayList<>();
  private final OtlpReceiver receiver = OtlpReceiver.start();

  Relays() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
          exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
          received.add(headers);
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  OtlpReceiver receiver() {
    return receiver;
  }

  List<Map<String, String>> received() {
    return received;
  }

  Jvm jvm() {
    List<Path> classPath = new ArrayList<>(Shops.applications());
    classPath.add(Jvm.locationOf("example.Relay"));
    return Jvm.create()
        .classPath(classPath)
        .option("-Drelay.to=http://localhost:" + port() + "/catalog/items?q=1")
        .env("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.httpEndpoint());
  }

  Outcome serve(Jvm jvm, String line) {
    try (Running relay = jvm.start("example.Relay")) {
      return relay.order(line).end();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    receiver.close();
  }
}
