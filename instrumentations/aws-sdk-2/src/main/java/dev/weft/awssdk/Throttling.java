// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import dev.weft.api.trace.Enclosing;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Tells who encloses a call of each attempt that AWS has throttled. The span does not say it: an
 * attempt that is repeated leaves no trace there. Where nobody encloses the call nothing is looked
 * at.
 */
final class Throttling {
  private static final String SIGNAL = "aws.throttled";
  private static final int LOOKED_AT = 4096;

  /** What the SDK itself takes for it, be the status what it may. */
  private static final String[] CODES = {
    "Throttling",
    "ThrottlingException",
    "ThrottledException",
    "ProvisionedThroughputExceededException",
    "SlowDown",
    "TooManyRequestsException",
    "RequestLimitExceeded",
    "BandwidthLimitExceeded",
    "RequestThrottled",
    "RequestThrottledException",
    "EC2ThrottledException",
    "TransactionInProgressException",
    "PriorRequestNotComplete"
  };

  private Throttling() {}

  /** Takes the status of an attempt. */
  static void answered(AwsCall call, int status) {
    if (status == 429 || status == 503) {
      tell(call);
    }
  }

  /** Takes the body of an answer with an error code, and returns it with nothing missing. */
  static InputStream refused(AwsCall call, InputStream body) throws IOException {
    BufferedInputStream kept = new BufferedInputStream(body, LOOKED_AT);
    kept.mark(LOOKED_AT);
    byte[] read = new byte[LOOKED_AT];
    int size = 0;
    int more;
    while (size < LOOKED_AT && (more = kept.read(read, size, LOOKED_AT - size)) > 0) {
      size += more;
    }
    kept.reset();
    if (names(new String(read, 0, size, StandardCharsets.UTF_8))) {
      tell(call);
    }
    return kept;
  }

  /** Takes what the last attempt has failed with, of which a body may not have been seen. */
  static void failed(AwsCall call, Throwable thrown) {
    if (thrown instanceof AwsServiceException
        && ((AwsServiceException) thrown).isThrottlingException()) {
      tell(call);
    }
  }

  /** In XML a code ends with a tag, in JSON with a quote. */
  private static boolean names(String body) {
    for (String code : CODES) {
      if (body.contains(code + '<') || body.contains(code + '"')) {
        return true;
      }
    }
    return false;
  }

  private static void tell(AwsCall call) {
    Enclosing operation = call.span().enclosing();
    if (operation != null && !call.throttled) {
      call.throttled = true;
      operation.observed(SIGNAL, 1);
    }
  }
}
