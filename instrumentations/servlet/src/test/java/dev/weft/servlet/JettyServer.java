// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Jetty 12. */
public final class JettyServer implements ServletServer {
  private final Server server = new Server();

  @Override
  public int start(String application) throws Exception {
    ServletContextHandler context = new ServletContextHandler(CONTEXT);
    context.setClassLoader(JettyServer.class.getClassLoader());
    Mounted.servlets()
        .forEach((pattern, name) -> context.addServlet(servlet(application, name), pattern));
    FilterHolder gate = new FilterHolder();
    gate.setClassName(application + "$Gate");
    gate.setAsyncSupported(true);
    context.addFilter(gate, "/*", EnumSet.of(DispatcherType.REQUEST));
    server.setHandler(context);
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.start();
    return connector.getLocalPort();
  }

  private static ServletHolder servlet(String application, String name) {
    ServletHolder servlet = new ServletHolder();
    servlet.setClassName(application + "$" + name);
    servlet.setAsyncSupported(true);
    return servlet;
  }

  @Override
  public void stop() throws Exception {
    server.stop();
  }
}
