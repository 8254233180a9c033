// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server under test does, whatever its library: it hands each request to this, and sends
 * what it gets back. Called from many threads at once.
 */
public interface ServerApplication {
  /** The paths that are served, each to be mapped exactly. */
  List<String> PATHS =
      List.of("/success", "/query", "/redirect", "/error", "/exception", "/inner-span");

  /** The root of all paths that share one mapping. */
  String PATH_PREFIX = "/path";

  /**
   * Answers a request.
   *
   * @param path below the application's root, such as {@code /success}
   * @param query null if there is none
   * @throws Exception that the server is left to deal with
   */
  Answer answer(String path, @Nullable String query) throws Exception;

  /**
   * What is sent back.
   *
   * @param status HTTP status
   * @param headers names and values
   * @param body text, may be empty
   */
  record Answer(int status, Map<String, String> headers, String body) {
    /** Returns an answer without headers. */
    public static Answer of(int status, String body) {
      return new Answer(status, Map.of(), body);
    }
  }
}
