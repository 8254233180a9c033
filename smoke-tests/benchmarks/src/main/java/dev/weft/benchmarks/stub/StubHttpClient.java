// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.stub;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** An HTTP client of the AWS SDK that sends nothing, and has the same answer to everything. */
public final class StubHttpClient implements SdkHttpClient {
  private final byte[] json;

  /** Creates one. */
  public StubHttpClient(String json) {
    this.json = json.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() {
        return answer();
      }

      @Override
      public void abort() {}
    };
  }

  private HttpExecuteResponse answer() {
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpResponse.builder()
                .statusCode(200)
                .putHeader("x-amzn-RequestId", "7a62c49f-347e-4fc4-9331-6e8e7a96aa73")
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(json)))
        .build();
  }

  @Override
  public void close() {}
}
