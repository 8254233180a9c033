// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import static dev.weft.awssdk.AwsStub.JSON;
import static dev.weft.awssdk.AwsStub.XML;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.testkit.AgentExtension;
import dev.weft.testkit.RecordedScope;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.RecordedSpan.Kind;
import dev.weft.testkit.RecordedSpan.Status;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.interceptor.ClasspathInterceptorChainFactory;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What calls that succeed look like; all clients but one are the synchronous ones. */
class AwsSdkTest {
  private static final String BUCKETS =
      "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>";
  private static final String INSTANCES =
      "<DescribeInstancesResponse><requestId>r-1</requestId></DescribeInstancesResponse>";

  @RegisterExtension static final AgentExtension agent = AgentExtension.create();

  private final AwsStub stub = new AwsStub();
  private final Ec2Client ec2 = stub.client(Ec2Client.builder());
  private final S3Client s3 = stub.client(S3Client.builder().forcePathStyle(true));
  private final SqsClient sqs = stub.client(SqsClient.builder());

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void describeInstances_attributes() {
    stub.answer(200, XML, INSTANCES);

    ec2.describeInstances();

    RecordedSpan span = agent.telemetry().takeSpan("Ec2.DescribeInstances");
    assertThat(span.kind()).isEqualTo(Kind.CLIENT);
    assertThat(span.status()).isEqualTo(Status.UNSET);
    assertThat(span.isRoot()).isTrue();
    assertThat(span.scope())
        .extracting(RecordedScope::name, RecordedScope::schemaUrl)
        .containsExactly("io.opentelemetry.aws-sdk-2.2", "https://opentelemetry.io/schemas/1.37.0");
    assertThat(span.attributes())
        .isEqualTo(
            Expected.answered(
                stub, "Ec2.DescribeInstances", "POST", "", 200, Map.of("aws.request_id", "r-1")));
  }

  @Test
  void call_insideSpan() throws Exception {
    stub.answer(200, XML, INSTANCES);

    agent.inSpan("parent", () -> ec2.describeInstances());

    RecordedSpan parent = agent.telemetry().takeSpan("parent");
    RecordedSpan span = agent.telemetry().takeSpan("Ec2.DescribeInstances");
    assertThat(span.isChildOf(parent)).isTrue();
  }

  /** The first call of an application has its header from elsewhere than those that follow. */
  @Test
  void calls_traceHeader() {
    stub.answer(200, XML, INSTANCES);

    ec2.describeInstances();
    RecordedSpan first = agent.telemetry().takeSpan("Ec2.DescribeInstances");
    stub.answer(200, XML, INSTANCES);
    ec2.describeInstances();
    RecordedSpan second = agent.telemetry().takeSpan("Ec2.DescribeInstances");

    assertThat(stub.requests())
        .containsExactly(
            new AwsStub.Request("/", Expected.traceHeader(first)),
            new AwsStub.Request("/", Expected.traceHeader(second)));
  }

  @Test
  void listBuckets_attributes() {
    stub.answer(200, XML, BUCKETS);

    s3.listBuckets();

    RecordedSpan span = agent.telemetry().takeSpan("S3.ListBuckets");
    assertThat(span.attributes())
        .isEqualTo(
            Expected.answered(
                stub, "S3.ListBuckets", "GET", "/", 200, Map.of("aws.request_id", "UNKNOWN")));
  }

  @Test
  void getObject_bucket() {
    stub.answer(200, XML, "content");

    s3.getObjectAsBytes(request -> request.bucket("photos").key("one/two"));

    RecordedSpan span = agent.telemetry().takeSpan("S3.GetObject");
    assertThat(span.attributes())
        .isEqualTo(
            Expected.answered(
                stub,
                "S3.GetObject",
                "GET",
                "/photos/one/two",
                200,
                Map.of("aws.s3.bucket", "photos", "aws.request_id", "UNKNOWN")));
  }

  @Test
  void getQueueAttributes_queueUrl() {
    stub.answer(200, JSON, "{\"Attributes\":{}}");
    String queue = stub.url() + "/000/orders";

    sqs.getQueueAttributes(request -> request.queueUrl(queue));

    RecordedSpan span = agent.telemetry().takeSpan("Sqs.GetQueueAttributes");
    assertThat(span.attributes())
        .isEqualTo(
            Expected.answered(
                stub,
                "Sqs.GetQueueAttributes",
                "POST",
                "/",
                200,
                Map.of("aws.sqs.queue.url", queue, "aws.request_id", "request-1")));
  }

  @Test
  void receiveMessage_outsideSpans() {
    stub.answer(200, JSON, "{\"Messages\":[]}");

    sqs.receiveMessage(request -> request.queueUrl(stub.url() + "/000/orders"));

    assertThat(stub.requests()).containsExactly(new AwsStub.Request("/", null));
  }

  @Test
  void receiveMessage_insideSpan() throws Exception {
    stub.answer(200, JSON, "{\"Messages\":[]}");

    agent.inSpan(
        "parent", () -> sqs.receiveMessage(request -> request.queueUrl(stub.url() + "/000/q")));

    RecordedSpan parent = agent.telemetry().takeSpan("parent");
    assertThat(agent.telemetry().takeSpan("Sqs.ReceiveMessage").isChildOf(parent)).isTrue();
  }

  @Test
  void getSecretValue_arn() {
    stub.answer(200, JSON, "{\"ARN\":\"arn:aws:secretsmanager:s\",\"SecretString\":\"x\"}");
    SecretsManagerClient secrets = stub.client(SecretsManagerClient.builder());

    secrets.getSecretValue(request -> request.secretId("s"));

    RecordedSpan span = agent.telemetry().takeSpan("SecretsManager.GetSecretValue");
    assertThat(span.attribute("aws.secretsmanager.secret.arn"))
        .isEqualTo("arn:aws:secretsmanager:s");
  }

  @Test
  void interceptorFoundTwice_oneSpan() {
    stub.answer(200, XML, INSTANCES);
    ExecutionInterceptor[] found =
        new ClasspathInterceptorChainFactory()
            .getGlobalInterceptors()
            .toArray(ExecutionInterceptor[]::new);
    Ec2Client again = stub.client(Ec2Client.builder(), found);

    again.describeInstances();

    agent.telemetry().takeSpan("Ec2.DescribeInstances");
    assertThat(found).isNotEmpty();
  }

  @Test
  void presignedRequest_untouched() {
    try (S3Presigner presigner =
        S3Presigner.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(AwsStub.CREDENTIALS)
            .build()) {
      SdkHttpRequest signed =
          presigner
              .presignGetObject(
                  request ->
                      request
                          .signatureDuration(Duration.ofMinutes(1))
                          .getObjectRequest(object -> object.bucket("photos").key("one")))
              .httpRequest();

      assertThat(signed.firstMatchingRawQueryParameter("X-Amz-SignedHeaders")).contains("host");
      assertThat(signed.headers()).containsOnlyKeys("Host");
    }
  }

  @Test
  void throwingInterceptor_leavesNoSpanCurrent() {
    Ec2Client broken = stub.client(Ec2Client.builder(), new Throwing());

    assertThatThrownBy(broken::describeInstances).hasMessageContaining("broken");

    assertThat(agent.spanIsCurrent()).isFalse();
  }

  private static final class Throwing implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(
        Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
      throw new IllegalStateException("broken");
    }
  }
}
