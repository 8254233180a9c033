// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import dev.weft.testkit.ServerApplication;
import dev.weft.testkit.ServerApplication.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the servlets answer with: containers create servlets themselves, so it is kept here. */
public final class Mounted {
  private static volatile ServerApplication application;

  private Mounted() {}

  static void mount(ServerApplication mounted) {
    application = mounted;
  }

  /** Returns the mappings: URL patterns and the servlets' simple class names. */
  public static Map<String, String> servlets() {
    Map<String, String> servlets = new LinkedHashMap<>();
    ServerApplication.PATHS.forEach(path -> servlets.put(path, "Answering"));
    servlets.put(ServerApplication.PATH_PREFIX + "/*", "Answering");
    servlets.put("*.ext", "Answering");
    servlets.put("/async", "Waiting");
    servlets.put("/forward", "Forwarding");
    return servlets;
  }

  /** Answers a request. */
  public static Answer answer(String path, String query) throws Exception {
    return application.answer(path, query);
  }
}
