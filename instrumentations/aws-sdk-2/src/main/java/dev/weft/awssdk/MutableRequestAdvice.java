// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.internal.http.RequestExecutionContext;
import software.amazon.awssdk.http.SdkHttpFullRequest;

/** Puts the trace on a request where the SDK makes a builder of it, to add headers of its own. */
public final class MutableRequestAdvice {
  private MutableRequestAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(
      @Advice.Argument(1) RequestExecutionContext context,
      @Advice.Return SdkHttpFullRequest.@Nullable Builder request) {
    AwsCall call = context.executionAttributes().getAttribute(AwsCall.ATTRIBUTE);
    if (call != null && request != null) {
      TraceHeader.putOnMutable(call, request);
    }
  }
}
