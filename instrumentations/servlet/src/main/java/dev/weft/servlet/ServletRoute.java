// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Routes as servlet mappings give them. */
final class ServletRoute {
  private static final int REMEMBERED = 1024;
  private static final Map<String, Map<String, String>> ROUTES = new ConcurrentHashMap<>();

  private ServletRoute() {}

  /**
   * Returns the route of a mapping.
   *
   * @param pattern as in a deployment descriptor, empty for the root of the context
   */
  static String of(String contextPath, String servletPath, String pattern) {
    return servletPath.equals("/") ? of(contextPath, "") : of(contextPath, pattern);
  }

  private static String of(String contextPath, String pattern) {
    Map<String, String> routes = ROUTES.get(contextPath);
    if (routes == null) {
      routes = new ConcurrentHashMap<>();
      if (ROUTES.size() < REMEMBERED) {
        ROUTES.put(contextPath, routes);
      }
    }
    String route = routes.get(pattern);
    if (route == null) {
      route = contextPath + path(pattern);
      if (routes.size() < REMEMBERED) {
        routes.put(pattern, route);
      }
    }
    return route;
  }

  private static String path(String pattern) {
    if (pattern.equals("/")) {
      return "/*";
    }
    return pattern.startsWith("/") ? pattern : "/" + pattern;
  }

  /** Returns which pattern a request has matched, for containers that do not say so. */
  static @Nullable String pattern(
      String servletPath, @Nullable String pathInfo, Collection<String> patterns) {
    if (pathInfo == null && patterns.contains(servletPath)) {
      return servletPath;
    }
    if (patterns.contains(servletPath + "/*")) {
      return servletPath + "/*";
    }
    int dot = servletPath.lastIndexOf('.');
    if (dot >= 0 && patterns.contains("*" + servletPath.substring(dot))) {
      return "*" + servletPath.substring(dot);
    }
    return patterns.contains("/") ? "/" : null;
  }
}
