// SPDX-License-Identifier: Apache-2.0
package example;

import java.util.concurrent.CountDownLatch;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Ends at once, with status 3, in the way that {@code exit.how} says. */
public final class Exiting extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final int STATUS = 3;
  private static final String HOW = System.getProperty("exit.how", "");

  static {
    if (HOW.equals("static")) {
      System.exit(STATUS);
    }
  }

  private Exiting() {}

  /** Ends, but not by returning. */
  public static void main(String[] arguments) throws Exception {
    HttpServlet servlet = new Exiting();
    switch (HOW) {
      case "main":
        System.exit(STATUS);
        break;
      case "halt":
        Runtime.getRuntime().halt(STATUS);
        break;
      case "threads":
        fromThreads(new CountDownLatch(1));
        break;
      default:
        servlet.service(Exchange.request("GET /before"), Exchange.response());
        servlet.service(Exchange.request("GET /within"), Exchange.response());
    }
    new CountDownLatch(1).await();
  }

  private static void fromThreads(CountDownLatch together) {
    for (int i = 0; i < 8; i++) {
      new Thread(
              () -> {
                try {
                  together.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                System.exit(STATUS);
              })
          .start();
    }
    together.countDown();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {
    if (request.getRequestURI().equals("/before")) {
      return;
    }
    if (HOW.equals("request-halt")) {
      Runtime.getRuntime().halt(STATUS);
    }
    System.exit(STATUS);
  }
}
