// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import dev.weft.engine.Log;
import io.opentelemetry.sdk.common.CompletableResultCode;

/** Says at most once a minute that an export failed; used by the export thread alone. */
final class Complaints {
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
    String why = thrown == null ? "no answer in time" : Log.cause(thrown);
    Log.line(what + ": " + why + (unsaid == 0 ? "" : " (" + unsaid + " more failures before)"));
    unsaid = 0;
    quietUntil = now + QUIET_NANOS;
  }
}
