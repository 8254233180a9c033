// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import com.google.protobuf.MessageLite;
import dev.weft.testkit.OtlpRequest.Transport;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.MetricsServiceGrpc;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** OTLP over gRPC. */
final class OtlpGrpcServer implements AutoCloseable {
  private static final long CLOSING_SECONDS = 5;
  private static final int LARGEST_MESSAGE = 64 * 1024 * 1024;
  private static final Context.Key<Call> CALL = Context.key("call");

  /** What the service methods need to know of a call besides its message. */
  private record Call(String method, Map<String, List<String>> headers) {}

  private final Intake intake;
  private final Server server;

  OtlpGrpcServer(int port, Intake intake) throws IOException {
    this.intake = intake;
    this.server =
        NettyServerBuilder.forAddress(LoopbackHttpServer.address(port))
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .intercept(new CallRecorder())
            .addService(new Traces())
            .addService(new Metrics())
            .addService(new Logs())
            .build()
            .start();
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
    try {
      server.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS); // the port is free only then
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private <T> void export(MessageLite message, T response, StreamObserver<T> answer) {
    Call call = CALL.get();
    int status = intake.take(Transport.GRPC, call.method(), call.headers(), message);
    if (status != Intake.OK) {
      answer.onError(translated(status).asRuntimeException());
      return;
    }
    answer.onNext(response);
    answer.onCompleted();
  }

  private static Status translated(int httpStatus) {
    return switch (httpStatus) {
      case 400 -> Status.INVALID_ARGUMENT;
      case 401 -> Status.UNAUTHENTICATED;
      case 403 -> Status.PERMISSION_DENIED;
      case 404 -> Status.UNIMPLEMENTED;
      case 429 -> Status.RESOURCE_EXHAUSTED;
      case 502, 503 -> Status.UNAVAILABLE;
      case 504 -> Status.DEADLINE_EXCEEDED;
      default -> Status.INTERNAL;
    };
  }

  private static final class CallRecorder implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata metadata, ServerCallHandler<Q, A> next) {
      HeaderFields headers = new HeaderFields();
      for (String name : metadata.keys()) {
        if (!name.endsWith(Metadata.BINARY_HEADER_SUFFIX)) {
          Metadata.Key<String> key = Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
          Iterable<String> values = metadata.getAll(key);
          if (values != null) {
            values.forEach(value -> headers.add(name, value));
          }
        }
      }
      Call recorded = new Call(call.getMethodDescriptor().getFullMethodName(), headers.view());
      return Contexts.interceptCall(
          Context.current().withValue(CALL, recorded), call, metadata, next);
    }
  }

  private final class Traces extends TraceServiceGrpc.TraceServiceImplBase {
    @Override
    public void export(
        ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> answer) {
      OtlpGrpcServer.this.export(request, ExportTraceServiceResponse.getDefaultInstance(), answer);
    }
  }

  private final class Metrics extends MetricsServiceGrpc.MetricsServiceImplBase {
    @Override
    public void export(
        ExportMetricsServiceRequest request, StreamObserver<ExportMetricsServiceResponse> answer) {
      OtlpGrpcServer.this.export(
          request, ExportMetricsServiceResponse.getDefaultInstance(), answer);
    }
  }

  private final class Logs extends LogsServiceGrpc.LogsServiceImplBase {
    @Override
    public void export(
        ExportLogsServiceRequest request, StreamObserver<ExportLogsServiceResponse> answer) {
      OtlpGrpcServer.this.export(request, ExportLogsServiceResponse.getDefaultInstance(), answer);
    }
  }
}
