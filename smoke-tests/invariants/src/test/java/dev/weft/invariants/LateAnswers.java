// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;

/** A web application that answers when its servlet has long returned. Prints each answer. */
final class LateAnswers {
  /** How many there are. */
  static final int ANSWERS = 5;

  /** How late each is, at least. */
  static final int MILLIS = 100;

  private LateAnswers() {}

  /** Asks itself. */
  public static void main(String[] arguments) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("late").toString());
    tomcat.setPort(0);
    Context context = tomcat.addContext("", null);
    Wrapper servlet = Tomcat.addServlet(context, "late", new Late());
    servlet.setAsyncSupported(true);
    servlet.addMapping("/late/*");
    tomcat.getConnector();
    tomcat.start();
    URI home = URI.create("http://localhost:" + tomcat.getConnector().getLocalPort());
    for (int i = 0; i < ANSWERS; i++) {
      // not instrumented: all spans are the servlet's
      try (InputStream answer = home.resolve("/late/" + i).toURL().openStream()) {
        System.out.println(new String(answer.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    tomcat.stop();
    tomcat.destroy();
  }

  private static final class Late extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Executor LATER =
        CompletableFuture.delayedExecutor(MILLIS, TimeUnit.MILLISECONDS);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      AsyncContext async = request.startAsync();
      String path = request.getRequestURI();
      LATER.execute(() -> answer(path, async));
    }

    private static void answer(String path, AsyncContext async) {
      HttpServletResponse response = (HttpServletResponse) async.getResponse();
      response.setStatus(HttpServletResponse.SC_ACCEPTED);
      try {
        response.getOutputStream().write(path.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      async.complete();
    }
  }
}
