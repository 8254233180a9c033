// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A request for {@link RawHttp}. Header names go out exactly as written. Host and, if there is a
 * body, Content-Length are added unless they are given. Immutable.
 *
 * @param method HTTP method
 * @param path path and query, sent as it is
 * @param headers lines such as {@code Accept: text/plain}, in order
 * @param body sent as UTF-8, empty for none
 */
public record RawRequest(String method, String path, List<String> headers, String body) {

  /** Returns a GET request without headers. */
  public static RawRequest get(String path) {
    return new RawRequest("GET", path, List.of(), "");
  }

  /** Returns a POST request without headers. */
  public static RawRequest post(String path, String body) {
    return new RawRequest("POST", path, List.of(), body);
  }

  /** Returns this request with one more header. */
  public RawRequest header(String name, String value) {
    List<String> more = new ArrayList<>(headers);
    more.add(name + ": " + value);
    return new RawRequest(method, path, List.copyOf(more), body);
  }

  byte[] bytes(String host) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    if (!has("host")) {
      head.append("Host: ").append(host).append("\r\n");
    }
    headers.forEach(line -> head.append(line).append("\r\n"));
    if (content.length > 0 && !has("content-length") && !has("transfer-encoding")) {
      head.append("Content-Length: ").append(content.length).append("\r\n");
    }
    return (head + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  private boolean has(String name) {
    return headers.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"));
  }
}
