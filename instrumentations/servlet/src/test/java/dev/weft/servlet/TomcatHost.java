// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import java.lang.ref.WeakReference;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;

/** Tomcat, with one web application at a time. */
public final class TomcatHost implements WebApplicationHost {
  static {
    TomcatURLStreamHandlerFactory.disable();
  }

  private final Tomcat tomcat = new Tomcat();
  private Context deployed;

  @Override
  public int start(String baseDirectory) throws Exception {
    tomcat.setBaseDir(baseDirectory);
    tomcat.setPort(0);
    tomcat.start();
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void deploy(String directory) {
    deployed = new StandardContext();
    deployed.setName(ServletServer.CONTEXT);
    deployed.setPath(ServletServer.CONTEXT);
    deployed.setDocBase(directory);
    deployed.setParentClassLoader(TomcatHost.class.getClassLoader());
    deployed.addLifecycleListener(new Tomcat.FixContextListener());
    Wrapper page = deployed.createWrapper();
    page.setName("page");
    page.setServletClass("dev.weft.servlet.Deployed$Page");
    deployed.addChild(page);
    deployed.addServletMappingDecoded("/page", "page");
    tomcat.getHost().addChild(deployed);
  }

  @Override
  public WeakReference<ClassLoader> undeploy() throws Exception {
    ClassLoader loader = deployed.getLoader().getClassLoader();
    deployed.stop();
    tomcat.getHost().removeChild(deployed);
    deployed.destroy();
    deployed = null;
    return new WeakReference<>(loader);
  }

  @Override
  public void stop() throws Exception {
    tomcat.stop();
    tomcat.destroy();
  }
}
