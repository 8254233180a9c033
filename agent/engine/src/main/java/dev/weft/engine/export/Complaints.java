// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.engine.Log;
import io.opentelemetry.exporter.internal.FailedExportException;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Says at most once a minute that an export failed; used by the export thread alone. */
final class Complaints {
  private static final int LONGEST_REASON = 200;
  private static final long QUIET_NANOS = 60_000_000_000L;

  private long quietUntil = System.nanoTime();
  private int unsaid;

  void say(String what, CompletableResultCode result) {
    long now = System.nanoTime();
    if (now - quietUntil < 0) {
      unsaid++;
      return;
    }
    Throwable thrown = result.getFailureThrowable();
    String why = thrown == null ? "no answer in time" : why(thrown);
    Log.line(what + ": " + why + (unsaid == 0 ? "" : " (" + unsaid + " more failures before)"));
    unsaid = 0;
    quietUntil = now + QUIET_NANOS;
  }

  /** The SDK's own exception says nothing but that there is an answer, or a cause. */
  private static String why(Throwable thrown) {
    if (thrown instanceof FailedExportException.HttpExportException) {
      HttpResponse answer = ((FailedExportException.HttpExportException) thrown).getResponse();
      if (answer != null) {
        return "HTTP status " + status(answer.getStatusCode(), answer.getStatusMessage());
      }
    }
    if (thrown instanceof FailedExportException.GrpcExportException) {
      GrpcResponse answer = ((FailedExportException.GrpcExportException) thrown).getResponse();
      if (answer != null) {
        return "gRPC status " + status(answer.getStatusCode(), answer.getStatusDescription());
      }
    }
    Throwable cause = thrown.getCause();
    return Log.cause(thrown instanceof FailedExportException && cause != null ? cause : thrown);
  }

  private static String status(Object code, @Nullable String reason) {
    String text = reason == null ? "" : reason.replaceAll("\\p{Cntrl}", " ");
    return (code + " " + text.substring(0, Math.min(text.length(), LONGEST_REASON))).trim();
  }
}
