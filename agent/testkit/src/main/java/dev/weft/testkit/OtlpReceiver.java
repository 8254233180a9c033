// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * A real OTLP receiver in this process: http/protobuf on one loopback port, gRPC on another, both
 * with or without gzip.
 *
 * <pre>{@code
 * try (OtlpReceiver receiver = OtlpReceiver.start()) {
 *   run("-Dotel.exporter.otlp.endpoint=" + receiver.httpEndpoint());
 *   RecordedSpan span = receiver.telemetry().takeSpan("GET /owners");
 *   receiver.telemetry().assertAllClaimed();
 * }
 * }</pre>
 *
 * All methods may be called from any thread.
 */
public final class OtlpReceiver implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Intake intake;
  private final OtlpHttpServer http;
  private final OtlpGrpcServer grpc;

  private OtlpReceiver(Intake intake, OtlpHttpServer http, OtlpGrpcServer grpc) {
    this.intake = intake;
    this.http = http;
    this.grpc = grpc;
  }

  /** Starts a receiver on two free ports. */
  public static OtlpReceiver start() {
    return start(0, 0);
  }

  /**
   * Starts a receiver.
   *
   * @param httpPort port for http/protobuf, 0 for a free one
   * @param grpcPort port for gRPC, 0 for a free one
   * @throws UncheckedIOException if a port is taken
   */
  public static OtlpReceiver start(int httpPort, int grpcPort) {
    Intake intake = new Intake();
    OtlpHttpServer http = null;
    try {
      http = new OtlpHttpServer(httpPort, intake);
      return new OtlpReceiver(intake, http, new OtlpGrpcServer(grpcPort, intake));
    } catch (IOException e) {
      if (http != null) {
        http.close();
      }
      throw new UncheckedIOException("OTLP receiver on ports " + httpPort + ", " + grpcPort, e);
    }
  }

  /** Returns the base URL for http/protobuf, to which senders append {@code /v1/traces}. */
  public String httpEndpoint() {
    return "http://" + LoopbackHttpServer.HOST + ":" + http.port();
  }

  /** Returns the URL for gRPC. */
  public String grpcEndpoint() {
    return "http://" + LoopbackHttpServer.HOST + ":" + grpc.port();
  }

  /** Returns what came in by either transport. */
  public RecordedTelemetry telemetry() {
    return intake.telemetry;
  }

  /** Returns the requests so far, refused ones as well, in order of arrival. */
  public List<OtlpRequest> requests() {
    return intake.requests.all();
  }

  /**
   * Waits up to ten seconds for a request that matches and returns the first that does.
   *
   * @throws AssertionError with the requests that did arrive
   */
  public OtlpRequest awaitRequest(Predicate<? super OtlpRequest> wanted) {
    return intake.requests.await(
        PATIENCE,
        all -> all.stream().filter(wanted).findFirst(),
        all -> "no request as expected among " + all);
  }

  /**
   * Answers the next well-formed requests with an error and does not store what they hold; 0
   * requests ends this. gRPC clients see the status that corresponds: UNAVAILABLE for 503,
   * RESOURCE_EXHAUSTED for 429, INVALID_ARGUMENT for 400.
   */
  public void failNext(int requests, int httpStatus) {
    intake.failNext(requests, httpStatus);
  }

  /**
   * Answers each request only after the given time; zero ends this. Telemetry is stored at once, as
   * it is by a real receiver that is slow to answer.
   */
  public void answerAfter(Duration time) {
    intake.answerAfter(time);
  }

  /** Forgets requests and telemetry. */
  public void clear() {
    intake.requests.clear();
    intake.telemetry.clear();
  }

  /** Drops open connections and frees both ports. What came in can still be read. */
  @Override
  public void close() {
    intake.close();
    http.close();
    grpc.close();
  }
}
