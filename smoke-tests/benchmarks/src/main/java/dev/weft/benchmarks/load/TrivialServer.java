// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.load;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** Tomcat with one servlet that answers three bytes: all that remains is the server itself. */
public final class TrivialServer {
  static final String PATH = "/hello";

  /** Kept, for its level goes when it is collected. */
  private static final Logger TOMCAT = Logger.getLogger("org.apache");

  private TrivialServer() {}

  /** Takes the folder that Tomcat may write to. */
  public static void main(String[] arguments) throws LifecycleException {
    TOMCAT.setLevel(Level.WARNING);
    Connector connector = new Connector();
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxKeepAliveRequests", "-1");
    connector.setPort(0);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(arguments[0]);
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", new File(arguments[0]).getAbsolutePath());
    Tomcat.addServlet(context, "hello", new Hello()).addMapping(PATH);
    tomcat.start();
    System.out.println("listening on http://127.0.0.1:" + connector.getLocalPort());
  }

  private static final class Hello extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final byte[] ANSWER = "ok\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/plain");
      response.setContentLength(ANSWER.length);
      try (OutputStream out = response.getOutputStream()) {
        out.write(ANSWER);
      }
    }
  }
}
