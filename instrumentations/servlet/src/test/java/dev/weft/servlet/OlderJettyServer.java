// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Jetty before 12: by reflection, for it cannot be compiled against beside 12. */
public final class OlderJettyServer implements ServletServer {
  private static final int ON_REQUEST = 1;

  private Object server;

  @Override
  public int start(String application) throws Exception {
    server = create("server.Server");
    Object context = create("servlet.ServletContextHandler");
    call(context, "setContextPath", CONTEXT);
    call(context, "setClassLoader", OlderJettyServer.class.getClassLoader());
    for (var mapping : Mounted.servlets().entrySet()) {
      String name = application + "$" + mapping.getValue();
      call(context, "addServlet", holder("servlet.ServletHolder", name), mapping.getKey());
    }
    Object gate = holder("servlet.FilterHolder", application + "$Gate");
    Object everything = create("servlet.FilterMapping");
    call(everything, "setFilterName", call(gate, "getName"));
    call(everything, "setPathSpec", "/*");
    call(everything, "setDispatches", ON_REQUEST);
    call(call(context, "getServletHandler"), "addFilter", gate, everything);
    call(server, "setHandler", context);
    Object connector = connector();
    call(server, "start");
    return (int) call(connector, "getLocalPort");
  }

  private Object connector() throws ReflectiveOperationException {
    Class<?> type = type("server.ServerConnector");
    Object connector = type.getConstructor(server.getClass()).newInstance(server);
    call(connector, "setHost", "127.0.0.1");
    Object connectors = Array.newInstance(type("server.Connector"), 1);
    Array.set(connectors, 0, connector);
    call(server, "setConnectors", connectors);
    return connector;
  }

  private static Object holder(String type, String className) throws ReflectiveOperationException {
    Object holder = create(type);
    call(holder, "setClassName", className);
    call(holder, "setAsyncSupported", true);
    return holder;
  }

  private static Object create(String type) throws ReflectiveOperationException {
    return type(type).getDeclaredConstructor().newInstance();
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName("org.eclipse.jetty." + name);
  }

  private static Object call(Object target, String name, Object... values)
      throws ReflectiveOperationException {
    for (Method method : target.getClass().getMethods()) {
      if (method.getName().equals(name) && accepts(method, values)) {
        return method.invoke(target, values);
      }
    }
    throw new NoSuchMethodException(name + Arrays.toString(values));
  }

  private static boolean accepts(Method method, Object... values) {
    Class<?>[] types = method.getParameterTypes();
    boolean accepts = types.length == values.length;
    for (int i = 0; accepts && i < types.length; i++) {
      accepts = types[i].isPrimitive() || types[i].isInstance(values[i]);
    }
    return accepts;
  }

  @Override
  public void stop() throws Exception {
    call(server, "stop");
  }
}
