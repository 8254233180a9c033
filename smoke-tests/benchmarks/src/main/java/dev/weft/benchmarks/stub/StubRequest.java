// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.stub;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.MappingMatch;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@code GET} as a container would show it, without a container. Not thread-safe. */
public final class StubRequest extends HttpServletRequestWrapper {
  private static final HttpServletMapping MAPPING = new Mapping();

  private final Map<String, Object> attributes = new HashMap<>();
  private final Map<String, String> headers =
      Map.of("host", "shop.example:8080", "user-agent", "benchmark", "accept", "text/plain");

  /** Creates one. */
  public StubRequest() {
    super(Nothing.of(HttpServletRequest.class));
  }

  /** Forgets the attributes, as containers do before the next request. */
  public void recycle() {
    attributes.clear();
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public String getScheme() {
    return "http";
  }

  @Override
  public String getProtocol() {
    return "HTTP/1.1";
  }

  @Override
  public String getRequestURI() {
    return "/item/1";
  }

  @Override
  public @Nullable String getQueryString() {
    return null;
  }

  @Override
  public String getContextPath() {
    return "";
  }

  @Override
  public String getServletPath() {
    return "/item";
  }

  @Override
  public String getPathInfo() {
    return "/1";
  }

  @Override
  public HttpServletMapping getHttpServletMapping() {
    return MAPPING;
  }

  @Override
  public DispatcherType getDispatcherType() {
    return DispatcherType.REQUEST;
  }

  @Override
  public @Nullable ServletContext getServletContext() {
    return null;
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    return null;
  }

  @Override
  public @Nullable String getHeader(String name) {
    String value = headers.get(name);
    return value == null ? headers.get(name.toLowerCase(java.util.Locale.ROOT)) : value;
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    String value = getHeader(name);
    return value == null
        ? Collections.emptyEnumeration()
        : Collections.enumeration(Collections.singletonList(value));
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    return Collections.enumeration(headers.keySet());
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return attributes.get(name);
  }

  @Override
  public void setAttribute(String name, Object value) {
    attributes.put(name, value);
  }

  @Override
  public void removeAttribute(String name) {
    attributes.remove(name);
  }

  @Override
  public boolean isAsyncStarted() {
    return false;
  }

  @Override
  public boolean isAsyncSupported() {
    return false;
  }

  @Override
  public String getRemoteAddr() {
    return "192.0.2.1";
  }

  @Override
  public String getRemoteHost() {
    return "192.0.2.1";
  }

  @Override
  public int getRemotePort() {
    return 40000;
  }

  @Override
  public String getServerName() {
    return "shop.example";
  }

  @Override
  public int getServerPort() {
    return 8080;
  }

  @Override
  public String getLocalAddr() {
    return "192.0.2.2";
  }

  @Override
  public int getLocalPort() {
    return 8080;
  }

  private static final class Mapping implements HttpServletMapping {
    @Override
    public String getMatchValue() {
      return "1";
    }

    @Override
    public String getPattern() {
      return "/item/*";
    }

    @Override
    public String getServletName() {
      return "items";
    }

    @Override
    public MappingMatch getMappingMatch() {
      return MappingMatch.PATH;
    }
  }
}
