// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import dev.weft.api.OptionalReferences;
import dev.weft.api.WeakIdentityMap;
import java.util.HashSet;
import java.util.Set;
import javax.servlet.ServletContext;
import javax.servlet.ServletRegistration;
import javax.servlet.http.HttpServletMapping;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The route of a {@code javax.servlet} request: Servlet 3 does not tell the mapping. */
@OptionalReferences
final class JavaxRoute {
  private static final WeakIdentityMap<ServletContext, Set<String>> PATTERNS =
      new WeakIdentityMap<>();

  private static volatile boolean told = true;

  private JavaxRoute() {}

  static @Nullable String of(HttpServletRequest request) {
    String pattern = pattern(request);
    return pattern == null
        ? null
        : ServletRoute.of(request.getContextPath(), request.getServletPath(), pattern);
  }

  private static @Nullable String pattern(HttpServletRequest request) {
    if (told) {
      try {
        HttpServletMapping mapping = request.getHttpServletMapping();
        return mapping.getMappingMatch() == null ? null : mapping.getPattern();
      } catch (LinkageError servlet3) {
        told = false;
      }
    }
    return ServletRoute.pattern(
        request.getServletPath(), request.getPathInfo(), patterns(request.getServletContext()));
  }

  private static Set<String> patterns(ServletContext context) {
    Set<String> patterns = PATTERNS.get(context);
    if (patterns == null) {
      patterns = new HashSet<>();
      for (ServletRegistration registration : context.getServletRegistrations().values()) {
        patterns.addAll(registration.getMappings());
      }
      PATTERNS.put(context, patterns);
    }
    return patterns;
  }
}
