// SPDX-License-Identifier: Apache-2.0
package io.elava.http;

import java.net.InetAddress;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty. */
public final class JettyWebServer implements WebServer {
  private static final long GRACE_MILLIS = 10_000;

  private final List<Routes> routes;
  private final Server server;

  /** Serves these routes. */
  public JettyWebServer(List<Routes> routes) {
    this.routes = routes;
    QueuedThreadPool threads = new QueuedThreadPool(16, 4);
    threads.setName("jetty");
    server = new Server(threads);
  }

  @Override
  public int start(int port) {
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    connector.setPort(port);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    for (Routes route : routes) {
      ServletHolder holder = new ServletHolder(route.name(), route.servlet());
      route.paths().forEach(path -> context.addServlet(holder, path));
    }
    server.setHandler(context);
    server.setStopTimeout(GRACE_MILLIS);
    try {
      server.start();
    } catch (Exception e) {
      throw new WebServerException("cannot start Jetty", e);
    }
    return connector.getLocalPort();
  }

  @Override
  public void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new WebServerException("cannot stop Jetty", e);
    }
  }
}
