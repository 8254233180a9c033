// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import dev.weft.api.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Reads Jetty 12's own request, which no servlet API has wrapped yet. */
final class JettyRequest implements HttpServerRequest {
  private final Request request;

  JettyRequest(Request request) {
    this.request = request;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public @Nullable String scheme() {
    return request.getHttpURI().getScheme();
  }

  @Override
  public @Nullable String path() {
    return request.getHttpURI().getPath();
  }

  @Override
  public @Nullable String query() {
    return request.getHttpURI().getQuery();
  }

  @Override
  public @Nullable String protocolVersion() {
    return HttpVersion.of(request.getConnectionMetaData().getProtocol());
  }

  @Override
  public @Nullable String peerAddress() {
    return Request.getRemoteAddr(request);
  }

  @Override
  public int peerPort() {
    return Request.getRemotePort(request);
  }

  @Override
  public @Nullable String header(String name) {
    return request.getHeaders().get(name);
  }

  @Override
  public List<String> headers(String name) {
    return request.getHeaders().getValuesList(name);
  }

  @Override
  public List<String> headerNames() {
    return new ArrayList<>(request.getHeaders().getFieldNamesCollection());
  }
}
