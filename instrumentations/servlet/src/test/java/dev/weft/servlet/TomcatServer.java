// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** Tomcat; only what is the same in 9 and 10 is used, and so no type of a servlet API. */
public final class TomcatServer implements ServletServer {
  static {
    // Only one Tomcat of a JVM can have it, and nothing here needs it.
    TomcatURLStreamHandlerFactory.disable();
  }

  private final Tomcat tomcat = new Tomcat();
  private Path directory;

  @Override
  public int start(String application) throws Exception {
    directory = Files.createTempDirectory("tomcat");
    tomcat.setBaseDir(directory.toString());
    tomcat.setPort(0);
    Context context = tomcat.addContext(CONTEXT, directory.toString());
    context.setParentClassLoader(TomcatServer.class.getClassLoader());
    Mounted.servlets()
        .forEach((pattern, servlet) -> add(context, pattern, application + "$" + servlet));
    add(context, "/", "org.apache.catalina.servlets.DefaultServlet");
    FilterDef filter = new FilterDef();
    filter.setFilterName("gate");
    filter.setFilterClass(application + "$Gate");
    filter.setAsyncSupported("true");
    context.addFilterDef(filter);
    FilterMap mapping = new FilterMap();
    mapping.setFilterName("gate");
    mapping.addURLPattern("/*");
    context.addFilterMap(mapping);
    tomcat.start();
    return tomcat.getConnector().getLocalPort();
  }

  private static void add(Context context, String pattern, String servlet) {
    Wrapper wrapper = context.createWrapper();
    wrapper.setName("servlet at " + pattern);
    wrapper.setServletClass(servlet);
    wrapper.setAsyncSupported(true);
    context.addChild(wrapper);
    context.addServletMappingDecoded(pattern, wrapper.getName());
  }

  @Override
  public void stop() throws Exception {
    tomcat.stop();
    tomcat.destroy();
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
