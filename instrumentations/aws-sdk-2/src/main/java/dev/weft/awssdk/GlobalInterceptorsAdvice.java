// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.asm.Advice;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Adds our interceptor to those that a client has found. */
public final class GlobalInterceptorsAdvice {
  private GlobalInterceptorsAdvice() {}

  @Advice.AssignReturned.ToReturned
  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static List<ExecutionInterceptor> exit(
      @Advice.Return List<ExecutionInterceptor> interceptors) {
    List<ExecutionInterceptor> more = new ArrayList<>(interceptors);
    more.add(TracingInterceptor.INSTANCE);
    return more;
  }
}
