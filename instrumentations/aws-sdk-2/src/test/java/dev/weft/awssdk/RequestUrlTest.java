// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** The URL of a request is what the SDK would say, which takes it apart first. */
class RequestUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https, s3.eu-west-1.amazonaws.com, , /bucket/a%20key,",
    "https, sqs.eu-west-1.amazonaws.com, 443, /,",
    "http, localhost, 80, /,",
    "http, localhost, 443, /,",
    "https, localhost, 80, /,",
    "https, [::1], 8443, '',",
    "http, 127.0.0.1, 4566, /, prefix",
  })
  void url_isThatOfTheSdk(
      String protocol, String host, Integer port, String path, String parameter) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .protocol(protocol)
            .host(host)
            .port(port)
            .encodedPath(path);
    if (parameter != null) {
      request.putRawQueryParameter(parameter, "a b");
    }

    String url = AwsSdkTelemetry.url(request.build());

    assertThat(url).isEqualTo(request.build().getUri().toString());
  }
}
