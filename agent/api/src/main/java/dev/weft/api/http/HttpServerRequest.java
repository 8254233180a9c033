// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.http;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request, as a server library has it. Implemented by an instrumentation; read on the thread that
 * handles the request, when the call starts.
 */
public interface HttpServerRequest {
  /** Returns the method, as received. */
  String method();

  /** Returns {@code http} or {@code https}, or null. */
  @Nullable String scheme();

  /** Returns the path without the query, or null. */
  @Nullable String path();

  /** Returns the query without its question mark, or null. */
  @Nullable String query();

  /** Returns {@code 1.1}, {@code 2}, or null. */
  @Nullable String protocolVersion();

  /** Returns the address of the connection's other end, or null. */
  @Nullable String peerAddress();

  /** Returns the port of the connection's other end, or 0. */
  int peerPort();

  /** Returns the first value of a header, whatever the case of its name, or null. */
  @Nullable String header(String name);

  /** Returns all values of a header, whatever the case of its name; empty where there is none. */
  List<String> headers(String name);

  /** Returns the names of all headers; asked for only where baggage has a header for each entry. */
  default List<String> headerNames() {
    return Collections.emptyList();
  }
}
