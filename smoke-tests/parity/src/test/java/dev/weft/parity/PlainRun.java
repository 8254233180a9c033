// SPDX-License-Identifier: Apache-2.0
package dev.weft.parity;

import dev.weft.testkit.HttpTarget;
import dev.weft.testkit.OtlpReceiver;
import dev.weft.testkit.ReceivedRequest;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An application that uses nothing but the JDK, with the server that it calls in this process. */
final class PlainRun {
  private PlainRun() {}

  static Observed under(Agent agent) {
    int nobody = closedPort();
    try (OtlpReceiver receiver = OtlpReceiver.start();
        HttpTarget target = HttpTarget.start();
        Running running = start(agent, receiver, target.port(), nobody)) {
      JvmMetrics.await(running.awaitOut("done"), receiver.telemetry());
      Outcome outcome = running.end();
      return new Observed(
          receiver.telemetry(),
          target.received().stream().map(PlainRun::call).toList(),
          outcome.out(),
          outcome.err(),
          Map.of((long) target.port(), "<target>", (long) nobody, "<nobody>"),
          Long.MAX_VALUE);
    }
  }

  private static Running start(Agent agent, OtlpReceiver receiver, int target, int closed) {
    return agent
        .jvm(receiver)
        .classPath(List.of(Jvm.locationOf("example.PlainApplication")))
        .start("example.PlainApplication", String.valueOf(target), String.valueOf(closed));
  }

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Call call(ReceivedRequest request) {
    Map<String, String> headers = new TreeMap<>();
    request.headers().forEach((name, values) -> headers.put(lower(name), String.join(",", values)));
    return new Call(request.method() + " " + request.target(), headers);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
