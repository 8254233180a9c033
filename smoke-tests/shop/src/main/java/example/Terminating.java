// SPDX-License-Identifier: Apache-2.0
package example;

import java.util.concurrent.CountDownLatch;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Is in the middle of requests when it is told to end: some have ended, as many never will, and
 * with {@code busy} as its argument ever more begin and end until the JVM is no more.
 */
public final class Terminating extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final int THREADS = 4;

  private final transient CountDownLatch begun = new CountDownLatch(THREADS);

  private Terminating() {}

  /** Says {@code ready} when all threads are within a request. */
  public static void main(String[] arguments) throws InterruptedException {
    Terminating servlet = new Terminating();
    for (int i = 0; i < THREADS; i++) {
      int number = i;
      new Thread(() -> servlet.serve("GET /ended/" + number, "GET /never/" + number)).start();
    }
    servlet.begun.await();
    if (arguments.length > 0) {
      new Thread(servlet::serveForEver).start();
    }
    System.out.println("ready");
  }

  private void serve(String... lines) {
    HttpServlet woven = this;
    try {
      for (String line : lines) {
        woven.service(Exchange.request(line), Exchange.response());
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void serveForEver() {
    while (true) {
      serve("GET /busy");
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {
    if (request.getRequestURI().startsWith("/never")) {
      begun.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
