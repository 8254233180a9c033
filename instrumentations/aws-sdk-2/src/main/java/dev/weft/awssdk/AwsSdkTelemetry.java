// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import dev.weft.api.Scope;
import dev.weft.api.rpc.RpcCall;
import dev.weft.api.rpc.RpcTelemetry;
import dev.weft.api.trace.SpanNames;
import dev.weft.api.trace.Tracing;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;

/** The SDK's requests, responses and exceptions in the words of a remote procedure call. */
final class AwsSdkTelemetry {
  static final Scope SCOPE = Scope.of("io.opentelemetry.aws-sdk-2.2", "1.37.0");

  /** The length that most URLs do not exceed. */
  private static final int USUAL_URL = 64;

  private static final SpanNames NAMES = new SpanNames('.');
  private static final RpcTelemetry RPC = RpcTelemetry.overHttp(SCOPE, "aws-api");

  private AwsSdkTelemetry() {}

  /** Starts a call; returns null where there is nothing to trace. */
  static @Nullable AwsCall start(SdkRequest request, ExecutionAttributes attributes) {
    String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    if (service == null || operation == null || presigned(attributes)) {
      return null;
    }
    // a consumer's polling would be a trace for each empty answer
    if (Tracing.current() == null && service.equals("Sqs") && operation.equals("ReceiveMessage")) {
      return null;
    }
    boolean database = service.equals(DynamoDb.SERVICE);
    RpcCall rpc = RPC.start(NAMES.of(service, operation), service, operation);
    if (rpc == null) {
      return null;
    }
    String table = database ? DynamoDb.table(request) : null;
    AwsCall call = new AwsCall(rpc, service, operation, table);
    if (rpc.span().recording()) {
      if (database) {
        DynamoDb.describe(call);
      }
      AwsFields.ofRequest(service, operation, request, rpc.span());
    }
    return call;
  }

  /** Such a request is signed only; somebody else sends it. */
  @SuppressWarnings("deprecation")
  private static boolean presigned(ExecutionAttributes attributes) {
    return attributes.getAttribute(
            software.amazon.awssdk.auth.signer.AwsSignerExecutionAttribute.PRESIGNER_EXPIRATION)
        != null;
  }

  static void sent(AwsCall call, SdkHttpRequest request) {
    call.throttled = false;
    if (call.span().recording()) {
      call.rpc.request(request.method().name(), url(request), request.host(), request.port());
    }
  }

  /** As the text of {@code getUri()}, which is put together and then taken apart. */
  static String url(SdkHttpRequest request) {
    String protocol = request.protocol();
    if (!request.rawQueryParameters().isEmpty() || protocol == null) {
      return request.getUri().toString();
    }
    StringBuilder url = new StringBuilder(USUAL_URL).append(protocol).append("://");
    url.append(request.host());
    int port = request.port();
    if (port != -1 && port != (protocol.equals("https") ? 443 : 80)) {
      url.append(':').append(port);
    }
    return url.append(request.encodedPath()).toString();
  }

  static void answered(AwsCall call, int statusCode, SdkResponse response) {
    call.rpc.response(statusCode);
    if (!call.span().recording()) {
      return;
    }
    if (response instanceof AwsResponse) {
      call.span().set("aws.request_id", ((AwsResponse) response).responseMetadata().requestId());
    }
    AwsFields.ofResponse(call.service, call.operation, response, call.span());
  }

  static void failed(AwsCall call, Throwable thrown) {
    if (!(thrown instanceof AwsServiceException)) {
      call.failed(thrown, thrown.getClass().getName());
      return;
    }
    Throttling.failed(call, thrown);
    AwsServiceException refused = (AwsServiceException) thrown;
    String code = refused.awsErrorDetails() == null ? null : refused.awsErrorDetails().errorCode();
    call.rpc.response(refused.statusCode());
    call.span().set("aws.request_id", refused.requestId());
    call.failed(thrown, code == null ? thrown.getClass().getName() : code);
  }

  static void end(AwsCall call) {
    call.leave();
    call.rpc.end();
    if (call.service.equals(DynamoDb.SERVICE)) {
      DynamoDb.record(call);
    }
  }
}
