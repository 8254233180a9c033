// SPDX-License-Identifier: Apache-2.0
package dev.weft.javahttp;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import net.bytebuddy.asm.Advice;

/** Woven into the constructor by which the client copies a request before sending it. */
public final class RequestCopyAdvice {
  private RequestCopyAdvice() {}

  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToFields(@Advice.AssignReturned.ToFields.ToField("userHeaders"))
  public static HttpHeaders exit(
      @Advice.Argument(0) HttpRequest copied,
      @Advice.FieldValue("userHeaders") HttpHeaders headers) {
    return JavaHttpClientTelemetry.inject(copied, headers);
  }
}
