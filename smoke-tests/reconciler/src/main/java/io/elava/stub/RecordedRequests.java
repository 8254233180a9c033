// SPDX-License-Identifier: Apache-2.0
package io.elava.stub;

import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The last requests of one kind. */
final class RecordedRequests {
  private static final int CAPACITY = 1_000;

  private final Deque<Map<String, Object>> requests = new ArrayDeque<>();

  synchronized void add(HttpExchange exchange, Map<String, Object> facts) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name, String.join(",", values)));
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("method", exchange.getRequestMethod());
    request.put("path", exchange.getRequestURI().toString());
    request.putAll(new TreeMap<>(facts));
    request.put("headers", headers);
    if (requests.size() == CAPACITY) {
      requests.removeFirst();
    }
    requests.addLast(request);
  }

  synchronized List<Map<String, Object>> list() {
    return List.copyOf(requests);
  }
}
