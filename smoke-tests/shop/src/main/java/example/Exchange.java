// SPDX-License-Identifier: Apache-2.0
package example;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Requests and responses that come from no server. */
final class Exchange {
  private Exchange() {}

  /**
   * Returns a request for a line such as {@code GET /orders x-user=7}. A line that begins with
   * {@code broken} makes one that throws whatever it is asked.
   */
  static HttpServletRequest request(String line) {
    InvocationHandler handler = line.startsWith("broken") ? Exchange::broken : new Request(line);
    return proxy(HttpServletRequest.class, handler);
  }

  static HttpServletResponse response() {
    return proxy(
        HttpServletResponse.class,
        (proxy, method, values) -> method.getName().equals("getStatus") ? 200 : nothing(method));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Exchange.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object broken(Object proxy, Method method, Object[] values) {
    throw new IllegalStateException("this request was recycled");
  }

  private static Object nothing(Method method) {
    Class<?> type = method.getReturnType();
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    return type == long.class ? (Object) 0L : null;
  }

  private static final class Request implements InvocationHandler {
    private final Map<Object, Object> attributes = new HashMap<>();
    private final Map<Object, Object> headers = new HashMap<>();
    private final String method;
    private final String path;

    Request(String line) {
      String[] words = line.split(" ", -1);
      method = words[0];
      path = words[1];
      for (int i = 2; i < words.length; i++) {
        int equals = words[i].indexOf('=');
        headers.put(words[i].substring(0, equals), words[i].substring(equals + 1));
      }
    }

    @Override
    public Object invoke(Object proxy, Method asked, Object[] values) {
      switch (asked.getName()) {
        case "getMethod":
          return method;
        case "getScheme":
          return "http";
        case "getRequestURI":
          return path;
        case "getHeader":
          return headers.get(values[0]);
        case "getHeaders":
          return Collections.emptyEnumeration();
        case "getHeaderNames":
          return Collections.enumeration(headers.keySet());
        case "getAttribute":
          return attributes.get(values[0]);
        case "setAttribute":
          attributes.put(values[0], values[1]);
          return null;
        default:
          return nothing(asked);
      }
    }
  }
}
