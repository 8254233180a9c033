// SPDX-License-Identifier: Apache-2.0
package example;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Calls a server in all ways that the JDK's client has, and logs by the JDK's means. */
public final class PlainApplication {
  private static final Logger LOG = Logger.getLogger("example.calls");

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .proxy(new LoggingSelector())
          .build();
  private final String target;
  private final String nobody;

  private PlainApplication(String target, String nobody) {
    this.target = "http://localhost:" + target;
    this.nobody = "http://localhost:" + nobody;
  }

  /**
   * Runs.
   *
   * @param arguments the port of a server, and one on which nobody listens
   */
  public static void main(String[] arguments) throws Exception {
    LOG.info("starting");
    PlainApplication application = new PlainApplication(arguments[0], arguments[1]);
    application.send();
    application.sendAsync();
    LOG.log(Level.FINE, "not logged");
    LOG.log(Level.INFO, "sent {0} of {1}", new Object[] {13, 13});
    LOG.log(Level.SEVERE, "for example", new IllegalStateException("nothing is wrong"));
    Logger.getLogger("example.end").warning("ending");
    System.out.println("done");
    while (System.in.read() >= 0) {} // until it is told to end
  }

  private void send() throws InterruptedException {
    send("GET", target + "/success");
    send("GET", target + "/success?page=1&sig=secret#top");
    send("POST", target + "/success");
    send("BREW", target + "/success");
    send("GET", target + "/client-error");
    send("GET", target + "/error");
    send("GET", target + "/redirect");
    send("GET", target + "/read-timeout");
    send("GET", nobody + "/");
  }

  private void sendAsync() {
    sendAsync(target + "/success");
    sendAsync(target + "/error");
    sendAsync(target + "/redirect");
    sendAsync(nobody + "/");
  }

  private void send(String method, String uri) throws InterruptedException {
    try {
      int status = client.send(request(method, uri), BodyHandlers.ofString()).statusCode();
      System.out.println(method + " " + status);
    } catch (IOException e) {
      System.out.println(method + " " + e.getClass().getSimpleName());
    }
  }

  private void sendAsync(String uri) {
    try {
      client
          .sendAsync(request("GET", uri), BodyHandlers.ofString())
          .thenAccept(response -> LOG.info("answered " + response.statusCode()))
          .join();
    } catch (CompletionException e) {
      System.out.println("async " + e.getCause().getClass().getSimpleName());
    }
  }

  private static HttpRequest request(String method, String uri) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(uri)).header("User-Agent", "plain");
    if (uri.endsWith("timeout")) {
      request.timeout(Duration.ofMillis(300));
    }
    String body = method.equals("POST") ? "please" : "";
    return request
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }

  /** Is asked by the client in the middle of a call, on the thread that calls. */
  private static final class LoggingSelector extends ProxySelector {
    @Override
    public List<Proxy> select(URI uri) {
      Logger.getLogger("example.proxies").warning("no proxy for " + uri.getPath());
      return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      LOG.severe("no connection to " + ((InetSocketAddress) address).getHostString());
    }
  }
}
