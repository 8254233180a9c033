// SPDX-License-Identifier: Apache-2.0
package dev.weft.javahttp;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.Methods;
import dev.weft.api.Weaver;

/**
 * The HTTP client of the JDK, from Java 11 on. What applications hold is always a facade, so a call
 * is seen once, with all its redirects; the copy that the client makes of each request is where
 * trace headers are added, so that the application's request stays as it is.
 */
public final class JavaHttpClientInstrumentation implements LibraryInstrumentation {
  static final String NAME = "java-http-client";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void weave(Weaver weaver) {
    weaver
        .types("jdk.internal.net.http.HttpClientFacade")
        .method(Methods.named("send").isPublic(), "SendAdvice")
        .method(Methods.named("sendAsync").isPublic(), "SendAsyncAdvice");
    weaver
        .types("jdk.internal.net.http.HttpRequestImpl")
        .method(
            Methods.constructors().takingFirst("java.net.http.HttpRequest"), "RequestCopyAdvice");
  }
}
