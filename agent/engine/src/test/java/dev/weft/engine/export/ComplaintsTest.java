// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.engine.CapturedErr;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ComplaintsTest {
  private final Complaints complaints = new Complaints();

  @Test
  void say_first_namesTheCause_andThenIsQuiet() {
    CompletableResultCode result =
        CompletableResultCode.ofExceptionalFailure(new IOException("refused\nfor a reason"));

    try (CapturedErr err = new CapturedErr()) {
      for (int i = 0; i < 10; i++) {
        complaints.say("5 spans were not delivered", result);
      }

      assertThat(err.lines())
          .containsExactly("5 spans were not delivered: java.io.IOException: refused for a reason");
    }
  }

  @Test
  void say_withoutCause() {
    try (CapturedErr err = new CapturedErr()) {
      complaints.say("metrics were not delivered", new CompletableResultCode());

      assertThat(err.lines()).containsExactly("metrics were not delivered: no answer in time");
    }
  }
}
