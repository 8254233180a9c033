// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * An application for Java 21 and later that does all on virtual threads: serves HTTP, asks for it,
 * waiting and not waiting, and looks into a database. Prints each answer.
 */
final class Errands {
  /** How many there are of each kind. */
  static final int EACH = 20;

  private final HttpClient client;
  private final URI home;

  private Errands(HttpClient client, URI home) {
    this.client = client;
    this.home = home;
  }

  /** Runs all errands. */
  public static void main(String[] arguments) throws Exception {
    ExecutorService threads =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", Errands::echo);
    server.start();
    URI home = URI.create("http://localhost:" + server.getAddress().getPort());
    Errands errands = new Errands(HttpClient.newBuilder().executor(threads).build(), home);
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      int number = i;
      answers.add(threads.submit(() -> errands.ask("/waited/" + number)));
      answers.add(threads.submit(() -> errands.askLater("/later/" + number).get()));
      answers.add(threads.submit(() -> lookUp(number)));
    }
    for (Future<String> answer : answers) {
      System.out.println(answer.get());
    }
    server.stop(0);
    threads.shutdown();
  }

  private static void echo(HttpExchange exchange) throws IOException {
    byte[] path = exchange.getRequestURI().getPath().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, path.length);
    exchange.getResponseBody().write(path);
    exchange.close();
  }

  private String ask(String path) throws IOException, InterruptedException {
    return client.send(request(path), BodyHandlers.ofString()).body();
  }

  private Future<String> askLater(String path) {
    return client
        .sendAsync(request(path), BodyHandlers.ofString())
        .thenApply(HttpResponse::body)
        .thenApply(String::trim);
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(home.resolve(path)).build();
  }

  private static String lookUp(int number) throws SQLException {
    try (Connection connection = DriverManager.getConnection(ErrandDriver.URL);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT '/looked-up/" + number + "'")) {
      row.next();
      return row.getString(1);
    }
  }
}
