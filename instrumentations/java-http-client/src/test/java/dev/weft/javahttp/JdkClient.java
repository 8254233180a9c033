// SPDX-License-Identifier: Apache-2.0
package dev.weft.javahttp;

import dev.weft.testkit.HttpClientProfile;
import dev.weft.testkit.HttpClientRequest;
import dev.weft.testkit.LoopbackCertificate;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;

/** The JDK's client, as the contracts want it. */
final class JdkClient {
  static final HttpClientProfile PROFILE =
      new HttpClientProfile(
          "io.opentelemetry.java-http-client",
          "https://opentelemetry.io/schemas/1.41.0",
          ConnectException.class,
          HttpTimeoutException.class,
          302);

  private JdkClient() {}

  static HttpClient create() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NORMAL)
        .sslContext(LoopbackCertificate.get().clientContext())
        .build();
  }

  static HttpRequest request(HttpClientRequest wanted) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(wanted.uri()).method(wanted.method(), BodyPublishers.noBody());
    wanted.headers().forEach(request::header);
    if (wanted.timeout() != null) {
      request.timeout(wanted.timeout());
    }
    return request.build();
  }
}
