// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testkit.AgentExtension;
import java.net.URI;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The URL of a request is what the SDK would say of it. */
class RequestUrlTest {
  @RegisterExtension static final AgentExtension agent = AgentExtension.create();

  @ParameterizedTest
  @CsvSource({
    "https://s3.example, a%20key, https://s3.example/bucket/a%2520key",
    "https://s3.example:443, key, https://s3.example/bucket/key",
    "https://s3.example:80, key, https://s3.example:80/bucket/key",
    "http://s3.example:80, key, http://s3.example/bucket/key",
    "http://s3.example:443, key, http://s3.example:443/bucket/key",
    "http://[::1]:4566, a/b c, http://[::1]:4566/bucket/a/b%20c",
  })
  void url_ofARequestWithoutParameters(String endpoint, String key, String url) {
    Answering http = new Answering();

    try (S3Client client = client(endpoint, http)) {
      client.headObject(request -> request.bucket("bucket").key(key));
    }

    assertThat(agent.telemetry().takeSpan("S3.HeadObject").attribute("url.full")).isEqualTo(url);
    assertThat(http.sent.toString()).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource({"https://s3.example", "http://s3.example:4566"})
  void url_ofARequestWithParameters(String endpoint) {
    Answering http = new Answering();

    try (S3Client client = client(endpoint, http)) {
      client.headObject(request -> request.bucket("bucket").key("key").versionId("a b"));
    }

    assertThat(agent.telemetry().takeSpan("S3.HeadObject").attribute("url.full"))
        .isEqualTo(endpoint + "/bucket/key?versionId=a%20b")
        .isEqualTo(http.sent.toString());
  }

  private static S3Client client(String endpoint, SdkHttpClient http) {
    return S3Client.builder()
        .endpointOverride(URI.create(endpoint))
        .forcePathStyle(true)
        .region(Region.US_EAST_1)
        .credentialsProvider(AwsStub.CREDENTIALS)
        .httpClient(http)
        .build();
  }

  /** Sends nothing, and answers each request with an empty 200. */
  private static final class Answering implements SdkHttpClient {
    URI sent;

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          sent = request.httpRequest().getUri();
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(200).build())
              .build();
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }
}
