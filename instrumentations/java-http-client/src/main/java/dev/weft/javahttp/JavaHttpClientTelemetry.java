// SPDX-License-Identifier: Apache-2.0
package dev.weft.javahttp;

import dev.weft.api.Scope;
import dev.weft.api.http.HeaderSource;
import dev.weft.api.http.HttpClientCall;
import dev.weft.api.http.HttpClientTelemetry;
import dev.weft.api.trace.Propagator;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Requests of the JDK's client in the words of an HTTP client call. */
final class JavaHttpClientTelemetry {
  private static final HttpClientTelemetry CLIENT =
      new HttpClientTelemetry(Scope.of("io.opentelemetry.java-http-client", "1.41.0"));
  private static final HeaderSource<HttpHeaders> HEADERS = HttpHeaders::allValues;
  private static final Propagator.Setter<Map<String, List<String>>> SETTER =
      (headers, name, value) -> headers.put(name, Collections.singletonList(value));

  /** The exchange of which this thread is about to copy the request, if any. */
  private static final ThreadLocal<@Nullable Exchange> STARTING = new ThreadLocal<>();

  private JavaHttpClientTelemetry() {}

  static @Nullable Exchange start(@Nullable HttpRequest request) {
    URI uri = request == null ? null : request.uri();
    if (request == null || uri == null) {
      return null;
    }
    String method = request.method();
    HttpClientCall call = CLIENT.start(method == null ? "GET" : method, uri);
    if (call == null) {
      return null;
    }
    call.request(request.headers(), HEADERS);
    return new Exchange(call, request);
  }

  /** Sets the exchange that this thread is starting, or none; returns the one before. */
  static @Nullable Exchange starting(@Nullable Exchange exchange) {
    Exchange before = STARTING.get();
    STARTING.set(exchange);
    return before;
  }

  /** Returns the headers for a copy of a request: with those of the trace, if it is traced. */
  static HttpHeaders inject(@Nullable HttpRequest copied, HttpHeaders headers) {
    Exchange exchange = STARTING.get();
    if (exchange == null || !exchange.sends(copied)) {
      return headers;
    }
    Map<String, List<String>> injected = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.map().forEach(injected::put); // putAll makes an iterator, and an object an entry
    exchange.call().inject(injected, SETTER);
    return HttpHeaders.of(injected, (name, value) -> true);
  }

  static HeaderSource<HttpHeaders> headers() {
    return HEADERS;
  }
}
