// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.RawHttp;
import dev.weft.testkit.RawRequest;
import dev.weft.testkit.RawResponse;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import io.elava.stub.StubCloud;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The reconciler, with its cloud in this process: no agent sees that side. */
final class ReconcilerRun {
  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private ReconcilerRun() {}

  static Observed under(Agent agent, String server) {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        StubCloud cloud = StubCloud.start(0);
        Running running = start(agent, receiver, cloud, server)) {
      int port = URI.create(running.awaitLine("listening on ")).getPort();
      requests(port);
      cloud.close();
      send(port, 500, RawRequest.get("/reconcile?cloud=gone"));
      JvmMetrics.await(running, receiver.telemetry());
      long terminatedNanos = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
      Outcome outcome = running.terminate();
      return new Observed(
          receiver.telemetry(),
          calls(cloud),
          outcome.out(),
          outcome.err(),
          Map.of((long) port, "<server>", (long) cloud.endpoint().getPort(), "<cloud>"),
          terminatedNanos);
    }
  }

  private static Running start(Agent agent, OtlpReceiver receiver, StubCloud cloud, String server) {
    return agent
        .jvm(receiver)
        .startJar(
            Agent.file("weft.reconciler.jar"),
            "--port=0",
            "--interval=0",
            "--server=" + server,
            "--static-credentials",
            "--aws-endpoint=" + cloud.endpoint(),
            "--webhook-url=" + cloud.webhooks());
  }

  private static void requests(int port) {
    send(port, 200, RawRequest.get("/reconcile"));
    send(
        port,
        200,
        RawRequest.post("/reconcile?scope=all&sig=secret", "please")
            .header("traceparent", PARENT)
            .header("tracestate", "vendor=value")
            .header("baggage", "user=one")
            .header("User-Agent", "parity"));
    send(
        port,
        200,
        RawRequest.get("/-/healthy")
            .header("X-Forwarded-For", "203.0.113.7")
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "shop.example:8443"));
    send(
        port,
        200,
        RawRequest.get("/-/healthy")
            .header("Forwarded", "for=\"[2001:db8::1]:4711\";proto=https;host=shop.example"));
    List<String> withoutPort = List.of("Host: shop.example");
    send(port, 200, new RawRequest("HEAD", "/-/healthy", withoutPort, ""));
    send(port, 404, RawRequest.get("/missing"));
    send(port, 400, RawRequest.get("/-/healthy").header("Content-Length", "many"));
    send(port, 405, new RawRequest("DELETE", "/reconcile", List.of(), ""));
    send(port, 501, new RawRequest("BREW", "/reconcile", List.of(), ""));
  }

  private static void send(int port, int status, RawRequest request) {
    RawResponse response = RawHttp.send(port, request);
    if (response.status() != status) {
      throw new AssertionError(request + " is answered by " + response);
    }
  }

  private static List<Call> calls(StubCloud cloud) {
    List<Call> calls = new ArrayList<>();
    cloud.awsCalls().forEach(call -> calls.add(call(call.get("operation"), call)));
    cloud.webhookRequests().forEach(call -> calls.add(call(call.get("path"), call)));
    return calls;
  }

  private static Call call(Object name, Map<String, Object> recorded) {
    Map<String, String> headers = new TreeMap<>();
    if (recorded.get("headers") instanceof Map<?, ?> map) {
      map.forEach((key, value) -> headers.put(lower(key), String.valueOf(value)));
    }
    return new Call(recorded.get("method") + " " + name, headers);
  }

  private static String lower(Object name) {
    return String.valueOf(name).toLowerCase(Locale.ROOT);
  }
}
