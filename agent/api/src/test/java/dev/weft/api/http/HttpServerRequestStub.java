// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import java.util.List;
import java.util.Map;

/** A plain-text request that is nothing but headers, with their names in lower case. */
record HttpServerRequestStub(Map<String, List<String>> all) implements HttpServerRequest {
  static HttpServerRequest with(String name, String... values) {
    return new HttpServerRequestStub(Map.of(name, List.of(values)));
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String scheme() {
    return "http";
  }

  @Override
  public String path() {
    return "/";
  }

  @Override
  public String query() {
    return null;
  }

  @Override
  public String protocolVersion() {
    return "1.1";
  }

  @Override
  public String peerAddress() {
    return null;
  }

  @Override
  public int peerPort() {
    return 0;
  }

  @Override
  public String header(String name) {
    return headers(name).stream().findFirst().orElse(null);
  }

  @Override
  public List<String> headers(String name) {
    return all.getOrDefault(name, List.of());
  }
}
