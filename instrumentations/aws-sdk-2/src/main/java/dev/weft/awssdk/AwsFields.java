// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import static dev.weft.awssdk.AwsField.Form.PLAIN;

import dev.weft.api.trace.Span;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** Which fields of the requests and responses of each service are reported. */
final class AwsFields {
  private static final Map<String, AwsField[]> REQUESTS = new HashMap<>();
  private static final Map<String, AwsField[]> RESPONSES = new HashMap<>();

  static {
    request("S3", plain("aws.s3.bucket", "Bucket"));
    request("Sqs", plain("aws.sqs.queue.url", "QueueUrl"));
    request("Kinesis", plain("aws.kinesis.stream_name", "StreamName"));
    request(
        "Sns",
        plain("messaging.destination.name", "TargetArn"),
        plain("messaging.destination.name", "TopicArn"),
        plain("aws.sns.topic.arn", "TopicArn"));
    request("Lambda", plain("aws.lambda.resource_mapping.id", "UUID"));
    request(
        "Sfn",
        plain("aws.step_functions.state_machine.arn", "stateMachineArn"),
        plain("aws.step_functions.activity.arn", "activityArn"));
    RESPONSES.put("SecretsManager", new AwsField[] {plain("aws.secretsmanager.secret.arn", "ARN")});
  }

  private AwsFields() {}

  static void ofRequest(String service, String operation, SdkPojo request, Span span) {
    report(
        service.equals(DynamoDb.SERVICE)
            ? DynamoDbFields.ofRequest(operation)
            : REQUESTS.get(service),
        request,
        span);
  }

  static void ofResponse(String service, String operation, SdkPojo response, Span span) {
    report(
        service.equals(DynamoDb.SERVICE)
            ? DynamoDbFields.ofResponse(operation)
            : RESPONSES.get(service),
        response,
        span);
  }

  private static void report(AwsField @Nullable [] fields, SdkPojo message, Span span) {
    if (fields == null) {
      return;
    }
    for (AwsField field : fields) {
      field.report(message, span);
    }
  }

  private static void request(String service, AwsField... fields) {
    REQUESTS.put(service, fields);
  }

  private static AwsField plain(String attribute, String field) {
    return AwsField.of(attribute, PLAIN, field);
  }
}
