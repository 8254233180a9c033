// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.engine.CapturedErr;
import io.opentelemetry.exporter.internal.FailedExportException;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import java.io.IOException;
import java.net.ConnectException;
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

  @Test
  void say_refusedByTheReceiver_namesTheStatus() {
    Throwable refused =
        FailedExportException.httpFailedWithResponse(answer(401, "Who\u0007 is it?"));

    assertThat(said(refused)).endsWith("were not delivered: HTTP status 401 Who  is it?");
  }

  @Test
  void say_notAnswered_namesTheCause() {
    Throwable refused =
        FailedExportException.httpFailedExceptionally(new ConnectException("Connection refused"));

    assertThat(said(refused))
        .endsWith("were not delivered: java.net.ConnectException: Connection refused");
  }

  private String said(Throwable thrown) {
    try (CapturedErr err = new CapturedErr()) {
      complaints.say(
          "5 spans were not delivered", CompletableResultCode.ofExceptionalFailure(thrown));
      return err.lines().get(0);
    }
  }

  private static HttpResponse answer(int status, String reason) {
    return new HttpResponse() {
      @Override
      public int getStatusCode() {
        return status;
      }

      @Override
      public String getStatusMessage() {
        return reason;
      }

      @Override
      public byte[] getResponseBody() {
        return new byte[0];
      }
    };
  }
}
