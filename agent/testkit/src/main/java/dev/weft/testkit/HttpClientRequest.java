// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link HttpClientContract} wants to be sent. Immutable.
 *
 * @param method request method, not necessarily one that is known
 * @param uri absolute
 * @param headers one value each
 * @param timeout how long to wait for the answer, null for as long as the client likes
 */
public record HttpClientRequest(
    String method, URI uri, Map<String, String> headers, @Nullable Duration timeout) {

  /** Returns a GET request without headers. */
  public static HttpClientRequest get(URI uri) {
    return new HttpClientRequest("GET", uri, Map.of(), null);
  }

  /** Returns this request with another method. */
  public HttpClientRequest withMethod(String other) {
    return new HttpClientRequest(other, uri, headers, timeout);
  }

  /** Returns this request with one header more. */
  public HttpClientRequest withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new HttpClientRequest(method, uri, more, timeout);
  }

  /** Returns this request with a time to wait for the answer. */
  public HttpClientRequest withTimeout(Duration patience) {
    return new HttpClientRequest(method, uri, headers, patience);
  }
}
