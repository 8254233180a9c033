// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import static dev.weft.awssdk.AwsStub.XML;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.testkit.AgentExtension;
import dev.weft.testkit.RecordedSpan;
import dev.weft.testkit.RecordedSpan.Status;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** What calls that fail look like, and calls that succeed in the end. */
class AwsSdkFailureTest {
  private static final String SPAN = "Ec2.DescribeInstances";
  private static final String THROTTLED = "aws.throttled";
  private static final String INSTANCES =
      "<DescribeInstancesResponse><requestId>r-1</requestId></DescribeInstancesResponse>";

  @RegisterExtension static final AgentExtension agent = AgentExtension.create();

  private final AwsStub stub = new AwsStub();
  private final Ec2Client ec2 = stub.client(Ec2Client.builder());

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void throttled_retriedInOneSpan() {
    stub.answer(503, XML, error("RequestLimitExceeded")).answer(200, XML, INSTANCES);

    ec2.describeInstances();

    RecordedSpan span = agent.telemetry().takeSpan(SPAN);
    assertThat(span.status()).isEqualTo(Status.UNSET);
    assertThat(span.attributes())
        .isEqualTo(Expected.answered(stub, SPAN, "POST", "", 200, Map.of("aws.request_id", "r-1")));
    assertThat(stub.requests())
        .hasSize(2)
        .allMatch(request -> Expected.traceHeader(span).equals(request.traceHeader()));
  }

  @ParameterizedTest
  @CsvSource({
    "503, RequestLimitExceeded, true",
    "503, SlowDown, true",
    "429, Whatever, true",
    "400, Throttling, true",
    "500, InternalError, false"
  })
  void throttled_isObservedByWhoEnclosesTheCall(int status, String code, boolean throttled)
      throws Exception {
    stub.answer(status, XML, error(code)).answer(200, XML, INSTANCES);

    Map<String, Long> observed = agent.observedBelow("outer", () -> ec2.describeInstances());

    assertThat(observed).isEqualTo(throttled ? Map.of(THROTTLED, 1L) : Map.of());
    agent.telemetry().takeSpan("outer");
    assertThat(agent.telemetry().takeSpan(SPAN).attributes())
        .isEqualTo(Expected.answered(stub, SPAN, "POST", "", 200, Map.of("aws.request_id", "r-1")));
  }

  @Test
  void throttled_inEachAttempt_isObservedSoOften() throws Exception {
    for (int i = 0; i < 10; i++) {
      stub.answer(400, XML, error("Throttling"));
    }

    Map<String, Long> observed =
        agent.observedBelow(
            "outer",
            () -> assertThatThrownBy(ec2::describeInstances).isInstanceOf(Ec2Exception.class));

    assertThat(stub.requests()).hasSizeGreaterThan(1);
    assertThat(observed).isEqualTo(Map.of(THROTTLED, (long) stub.requests().size()));
    agent.telemetry().takeSpan("outer");
    assertThat(agent.telemetry().takeSpan(SPAN).attribute("error.type")).isEqualTo("Throttling");
  }

  @Test
  void refused_errorCode() {
    stub.answer(403, XML, error("UnauthorizedOperation"));

    assertThatThrownBy(ec2::describeInstances).isInstanceOf(Ec2Exception.class);

    RecordedSpan span = agent.telemetry().takeSpan(SPAN);
    assertFailed(span, Ec2Exception.class);
    assertThat(span.attributes())
        .isEqualTo(
            Expected.answered(
                stub,
                SPAN,
                "POST",
                "",
                403,
                Map.of("error.type", "UnauthorizedOperation", "aws.request_id", "r-2")));
  }

  @Test
  void serverError_afterAllAttempts() {
    for (int i = 0; i < 5; i++) {
      stub.answer(500, XML, error("InternalError"));
    }

    assertThatThrownBy(ec2::describeInstances).isInstanceOf(Ec2Exception.class);

    RecordedSpan span = agent.telemetry().takeSpan(SPAN);
    assertFailed(span, Ec2Exception.class);
    assertThat(span.attribute("error.type")).isEqualTo("InternalError");
    assertThat(span.attribute("http.response.status_code")).isEqualTo(500L);
    assertThat(stub.requests()).hasSizeGreaterThan(1);
  }

  @Test
  void connectionRefused_exception() {
    stub.close();

    assertThatThrownBy(ec2::describeInstances).isInstanceOf(SdkClientException.class);

    RecordedSpan span = agent.telemetry().takeSpan(SPAN);
    assertFailed(span, SdkClientException.class);
    assertThat(span.attributes())
        .isEqualTo(
            Expected.sent(
                stub, SPAN, "POST", "", Map.of("error.type", SdkClientException.class.getName())));
  }

  @Test
  void asyncClient_answered() throws Exception {
    stub.answer(200, XML, INSTANCES);

    try (Ec2AsyncClient client = stub.client(Ec2AsyncClient.builder())) {
      agent.inSpan("parent", () -> client.describeInstances().join());
    }

    RecordedSpan parent = agent.telemetry().takeSpan("parent");
    RecordedSpan span = agent.telemetry().takeSpan(SPAN);
    assertThat(span.isChildOf(parent)).isTrue();
    assertThat(span.attributes())
        .isEqualTo(Expected.answered(stub, SPAN, "POST", "", 200, Map.of("aws.request_id", "r-1")));
    assertThat(stub.requests())
        .containsExactly(new AwsStub.Request("/", Expected.traceHeader(span)));
  }

  @Test
  void asyncClient_refused() {
    stub.answer(403, XML, error("UnauthorizedOperation"));

    try (Ec2AsyncClient client = stub.client(Ec2AsyncClient.builder())) {
      assertThatThrownBy(() -> client.describeInstances().join())
          .isInstanceOf(CompletionException.class);
    }

    RecordedSpan span = agent.telemetry().takeSpan(SPAN);
    assertFailed(span, Ec2Exception.class);
    assertThat(span.attribute("error.type")).isEqualTo("UnauthorizedOperation");
  }

  private static void assertFailed(RecordedSpan span, Class<? extends Throwable> exception) {
    assertThat(span.status()).isEqualTo(Status.ERROR);
    assertThat(span.event("exception"))
        .hasValueSatisfying(
            event ->
                assertThat(event.attributes())
                    .containsEntry("exception.type", exception.getName()));
  }

  private static String error(String code) {
    return "<Response><Errors><Error><Code>"
        + code
        + "</Code><Message>no</Message></Error></Errors><RequestID>r-2</RequestID></Response>";
  }
}
