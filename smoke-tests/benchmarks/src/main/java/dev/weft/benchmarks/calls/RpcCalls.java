// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.calls;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.weft.benchmarks.stub.StubHttpClient;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** A call of the AWS SDK to a database service that answers at once. */
@SuppressWarnings("NullAway.Init") // JMH calls what is annotated with @Setup first
public class RpcCalls extends Calls {
  private final GetItemRequest request =
      GetItemRequest.builder()
          .tableName("item")
          .key(Map.of("id", AttributeValue.fromS("1")))
          .build();
  private DynamoDbClient items;

  /** Builds the client. */
  @Setup
  public void open() {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    items =
        DynamoDbClient.builder()
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .httpClient(new StubHttpClient("{\"Item\":{\"name\":{\"S\":\"chair\"}}}"))
            .build();
  }

  /** Makes one call. */
  @Benchmark
  public int getItem() {
    calls++;
    return items.getItem(request).item().size();
  }

  /** Closes the client. */
  @TearDown
  public void close() {
    items.close();
  }
}
