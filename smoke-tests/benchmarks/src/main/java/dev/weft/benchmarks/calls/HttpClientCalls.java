// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.calls;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.openjdk.jmh.annotations.Benchmark;

/** A request of the JDK's HTTP client to {@link LoopbackAnswers}, on a connection that is kept. */
public class HttpClientCalls extends Calls {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpRequest request =
      HttpRequest.newBuilder(URI.create(System.getProperty(Fork.SERVER) + "/item/1")).build();

  /** Makes one call. */
  @Benchmark
  public int get() throws IOException, InterruptedException {
    calls++;
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }
}
