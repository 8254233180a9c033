// SPDX-License-Identifier: Apache-2.0
package example;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletRequest;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * A container that completes asynchronous requests when nobody may ask them any more: it prints
 * what the listeners of a request throw.
 */
public final class Callbacks {
  private Callbacks() {}

  /** Serves so many requests. */
  public static void main(String[] arguments) throws Exception {
    HttpServlet servlet = new Waiting();
    for (int left = Integer.parseInt(arguments[0]); left > 0; left--) {
      Request request = new Request();
      servlet.service(
          request.proxy(HttpServletRequest.class), request.proxy(HttpServletResponse.class));
      AsyncEvent event = new AsyncEvent(request.proxy(AsyncContext.class), new Exception());
      request.recycled = true;
      int called = 0;
      for (AsyncListener listener : request.listeners) {
        try {
          listener.onStartAsync(event);
          listener.onError(event);
          listener.onTimeout(event);
          listener.onComplete(event);
          called++;
        } catch (Throwable reached) {
          System.out.println("thrown at the container: " + reached);
        }
      }
      System.out.println("listeners called: " + called);
    }
  }

  private static final class Waiting extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {}
  }

  /** Request, response and context in one. */
  private static final class Request implements InvocationHandler {
    final List<AsyncListener> listeners = new ArrayList<>();
    private final Map<Object, Object> attributes = new HashMap<>();
    boolean recycled;

    <T> T proxy(Class<T> type) {
      Class<?>[] types = {type};
      return type.cast(Proxy.newProxyInstance(ServletRequest.class.getClassLoader(), types, this));
    }

    @Override
    public Object invoke(Object proxy, Method asked, Object[] values) {
      if (recycled) {
        throw new IllegalStateException("recycled");
      }
      switch (asked.getName()) {
        case "getMethod":
          return "GET";
        case "getRequestURI":
          return "/";
        case "isAsyncStarted":
          return true;
        case "getAsyncContext":
          return proxy(AsyncContext.class);
        case "addListener":
          listeners.add((AsyncListener) values[0]);
          return null;
        case "getAttribute":
          return attributes.get(values[0]);
        case "setAttribute":
          return attributes.put(values[0], values[1]);
        case "getHeaders":
        case "getHeaderNames":
          return Collections.emptyEnumeration();
        default:
          return asked.getReturnType() == int.class
              ? 200
              : asked.getReturnType() == boolean.class ? false : null;
      }
    }
  }
}
