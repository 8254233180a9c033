// SPDX-License-Identifier: Apache-2.0
package example;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Scanner;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Answers each request, a line on stdin as for {@code Shop}, by one of its own to {@code relay.to}.
 */
public final class Relay extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient HttpClient client = HttpClient.newHttpClient();

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      URI uri = URI.create(System.getProperty("relay.to"));
      client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Serves until the input ends. */
  public static void main(String[] arguments) throws Exception {
    HttpServlet servlet = new Relay();
    try (Scanner input = new Scanner(System.in)) {
      while (input.hasNextLine()) {
        String line = input.nextLine();
        servlet.service(Exchange.request(line), Exchange.response());
        System.out.println("served " + line);
      }
    }
  }
}
