// SPDX-License-Identifier: Apache-2.0
package example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;

/**
 * A web shop without a web server: each line on stdin is a request to its servlet, and the answer
 * is a line on stdout. After {@code include} it is a request that the next one will make within
 * itself. The shop closes with its input.
 */
public final class Shop {
  private static final String INCLUDE = "include ";

  private Shop() {}

  /** Serves until the input ends. */
  public static void main(String[] arguments) throws IOException, ServletException {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    OrderServlet orders = new OrderServlet(System.getProperty("shop.database"));
    HttpServlet servlet = orders;
    System.out.println("open");
    String line;
    while ((line = input.readLine()) != null) {
      if (line.startsWith(INCLUDE)) {
        orders.include(line.substring(INCLUDE.length()));
      } else {
        servlet.service(Exchange.request(line), Exchange.response());
      }
      System.out.println("served " + line);
    }
    System.out.println("closed");
  }
}
