// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import dev.weft.api.metrics.Histogram;
import dev.weft.api.metrics.Labels;
import dev.weft.api.metrics.Metrics;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;

/** The one service whose calls are operations of a database too. */
final class DynamoDb {
  static final String SERVICE = "DynamoDb";

  private static final String SYSTEM = "aws.dynamodb";
  private static final double[] SECONDS = {0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10};
  private static final double NANOS_PER_SECOND = 1e9;
  private static final Histogram DURATION =
      Metrics.histogram(
          AwsSdkTelemetry.SCOPE,
          "db.client.operation.duration",
          "s",
          "Duration of database client operations.",
          SECONDS,
          "db.system.name",
          "db.collection.name",
          "db.operation.name",
          "error.type");

  private DynamoDb() {}

  /** Returns the table that a request is about, or null if there is none or several. */
  static @Nullable String table(SdkRequest request) {
    return request.getValueForField("TableName", String.class).orElse(null);
  }

  static void describe(AwsCall call) {
    call.span()
        .set("db.system.name", SYSTEM)
        .set("db.operation.name", call.operation)
        .set("db.collection.name", call.table);
  }

  static void record(AwsCall call) {
    Labels labels = Labels.of(SYSTEM, call.table, call.operation, call.errorType());
    DURATION.record(call.span().durationNanos() / NANOS_PER_SECOND, labels, call.span());
  }
}
