// SPDX-License-Identifier: Apache-2.0
package dev.weft.surroundings;

import dev.weft.testkit.HttpTarget;
import dev.weft.testkit.RawHttp;
import dev.weft.testkit.RawRequest;
import dev.weft.testkit.ReceivedRequest;
import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Outcome;
import dev.weft.testkit.jvm.Running;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One order of the shop on Spring Boot.
 *
 * @param answer body of the answer
 * @param peerRequest what arrived at the peer that the shop calls
 */
record BootOrder(Outcome outcome, String answer, ReceivedRequest peerRequest) {
  static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  static final String CALLER = "b7ad6b7169203331";

  /** Starts the shop, has the order served for a caller with a trace, and closes the shop. */
  static BootOrder served(Jvm jvm) {
    try (HttpTarget peer = HttpTarget.start();
        Running shop =
            jvm.option("-Dshop.peer=" + peer.uri("/success"))
                .startJar(Path.of(Surroundings.springBoot()))) {
      int port = port(shop.awaitOut("open ").stdout());
      RawRequest request =
          RawRequest.get("/orders/7").header("traceparent", "00-" + TRACE + "-" + CALLER + "-01");
      String answer = RawHttp.send(port, request).body();
      return new BootOrder(shop.end(), answer, peer.received().get(0));
    }
  }

  private static int port(String out) {
    Matcher line = Pattern.compile("open (\\d+)").matcher(out);
    if (!line.find()) {
      throw new IllegalStateException(out);
    }
    return Integer.parseInt(line.group(1));
  }
}
