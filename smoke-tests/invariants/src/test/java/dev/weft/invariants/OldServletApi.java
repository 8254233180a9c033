// SPDX-License-Identifier: Apache-2.0
package dev.weft.invariants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** What the Servlet API may have looked like before the oldest version that is served. */
final class OldServletApi {
  private static final Map<String, String> SOURCES =
      Map.of(
          "ServletException",
          "package javax.servlet; public class ServletException extends Exception {"
              + " public ServletException(Throwable cause) { super(cause); } }",
          "ServletRequest",
          "package javax.servlet; public interface ServletRequest {}",
          "ServletResponse",
          "package javax.servlet; public interface ServletResponse {}",
          "HttpServletRequest",
          "package javax.servlet.http; public interface HttpServletRequest"
              + " extends javax.servlet.ServletRequest { String getMethod(); }",
          "HttpServletResponse",
          "package javax.servlet.http; public interface HttpServletResponse"
              + " extends javax.servlet.ServletResponse {}",
          "HttpServlet",
          """
          package javax.servlet.http;
          import javax.servlet.*;
          public abstract class HttpServlet {
            public void service(ServletRequest request, ServletResponse response)
                throws ServletException, java.io.IOException {
              service((HttpServletRequest) request, (HttpServletResponse) response);
            }
            protected abstract void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, java.io.IOException;
          }
          """);

  private OldServletApi() {}

  /** Compiles it and returns what belongs on a class path. */
  static Path compile(Path folder) {
    List<String> arguments =
        new ArrayList<>(List.of("--release", "8", "-nowarn", "-Xlint:-options"));
    try {
      Path sources = Files.createDirectories(folder.resolve("old-api"));
      for (Map.Entry<String, String> source : SOURCES.entrySet()) {
        Path file = sources.resolve(source.getKey() + ".java");
        arguments.add(Files.writeString(file, source.getValue()).toString());
      }
      Path classes = Files.createDirectories(folder.resolve("old-api-classes"));
      arguments.addAll(List.of("-d", classes.toString()));
      int status =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, arguments.toArray(String[]::new));
      if (status != 0) {
        throw new IllegalStateException("the old API does not compile");
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
