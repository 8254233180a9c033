// SPDX-License-Identifier: Apache-2.0
package io.elava.http;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** Tomcat. */
public final class TomcatWebServer implements WebServer {
  private final List<Routes> routes;
  private final Tomcat tomcat = new Tomcat();
  private Path base;

  /** Serves these routes. */
  public TomcatWebServer(List<Routes> routes) {
    this.routes = routes;
  }

  @Override
  public int start(int port) {
    Connector connector = new Connector();
    connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
    connector.setPort(port);
    try {
      base = Files.createTempDirectory("reconciler-tomcat");
      tomcat.setBaseDir(base.toString());
      tomcat.setConnector(connector);
      Context context = tomcat.addContext("", base.toString());
      for (Routes route : routes) {
        Wrapper wrapper = Tomcat.addServlet(context, route.name(), route.servlet());
        route.paths().forEach(wrapper::addMapping);
      }
      tomcat.start();
    } catch (IOException | LifecycleException e) {
      throw new WebServerException("cannot start Tomcat", e);
    }
    return connector.getLocalPort();
  }

  @Override
  public void stop() {
    try {
      tomcat.stop();
      tomcat.destroy();
      deleteBase();
    } catch (LifecycleException | IOException e) {
      throw new WebServerException("cannot stop Tomcat", e);
    }
  }

  private void deleteBase() throws IOException {
    try (Stream<Path> paths = Files.walk(base)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
