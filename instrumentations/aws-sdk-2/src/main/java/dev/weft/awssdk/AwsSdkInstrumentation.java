// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.Methods;
import dev.weft.api.Weaver;

/**
 * The AWS SDK for Java 2. Every client that is built looks for execution interceptors on the class
 * path: ours is one of them.
 */
public final class AwsSdkInstrumentation implements LibraryInstrumentation {
  @Override
  public String name() {
    return "aws-sdk-2";
  }

  @Override
  public String served() {
    return "AWS SDK for Java 2 (tested with 2.54 and 2.56)";
  }

  @Override
  public void weave(Weaver weaver) {
    weaver
        .types("software.amazon.awssdk.core.interceptor.ClasspathInterceptorChainFactory")
        .method(Methods.named("getGlobalInterceptors").taking(), "GlobalInterceptorsAdvice");
    weaver
        .types("software.amazon.awssdk.core.internal.handler.BaseSyncClientHandler")
        .method(Methods.named("execute"), "SyncHandlerAdvice");
    weaver
        .types("software.amazon.awssdk.core.internal.http.pipeline.stages.MakeRequestMutableStage")
        .method(
            Methods.named("execute")
                .taking(
                    "software.amazon.awssdk.http.SdkHttpFullRequest",
                    "software.amazon.awssdk.core.internal.http.RequestExecutionContext"),
            "MutableRequestAdvice");
  }
}
