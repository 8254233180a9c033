// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import static dev.weft.awssdk.AwsStub.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.testkit.AgentExtension;
import dev.weft.testkit.RecordedMetric;
import dev.weft.testkit.RecordedSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.Select;

class DynamoDbTest {
  private static final Map<String, AttributeValue> KEY = Map.of("id", AttributeValue.fromS("one"));

  @RegisterExtension static final AgentExtension agent = AgentExtension.create();

  private final AwsStub stub = new AwsStub();
  private final DynamoDbClient dynamoDb = stub.client(DynamoDbClient.builder());

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void getItem_attributes() {
    stub.answer(200, JSON, "{\"Item\":{}}");

    dynamoDb.getItem(
        request ->
            request.tableName("users").key(KEY).projectionExpression("a,b").consistentRead(true));

    RecordedSpan span = agent.telemetry().takeSpan("DynamoDb.GetItem");
    assertThat(span.attributes())
        .isEqualTo(
            database(
                "GetItem",
                Map.of(
                    "db.collection.name",
                    "users",
                    "aws.dynamodb.table_names",
                    List.of("users"),
                    "aws.dynamodb.projection",
                    "a,b",
                    "aws.dynamodb.consistent_read",
                    true)));
  }

  @Test
  void batchGetItem_severalTables() {
    stub.answer(200, JSON, "{\"Responses\":{}}");
    KeysAndAttributes keys = KeysAndAttributes.builder().keys(KEY).build();

    dynamoDb.batchGetItem(request -> request.requestItems(Map.of("users", keys, "orders", keys)));

    RecordedSpan span = agent.telemetry().takeSpan("DynamoDb.BatchGetItem");
    assertThat(span.attribute("aws.dynamodb.table_names"))
        .isIn(List.of("users", "orders"), List.of("orders", "users"));
    assertThat(span.attribute("db.collection.name")).isNull();
  }

  @Test
  void scan_answer() {
    stub.answer(
        200,
        JSON,
        """
        {"Count":1,"ScannedCount":2,"ConsumedCapacity":{"TableName":"users","CapacityUnits":1.5}}
        """);

    dynamoDb.scan(
        request ->
            request.tableName("users").limit(10).select(Select.COUNT).segment(0).totalSegments(1));

    RecordedSpan span = agent.telemetry().takeSpan("DynamoDb.Scan");
    assertThat(span.attributes())
        .isEqualTo(
            database(
                "Scan",
                Map.of(
                    "db.collection.name", "users",
                    "aws.dynamodb.table_names", List.of("users"),
                    "aws.dynamodb.limit", 10L,
                    "aws.dynamodb.select", "COUNT",
                    "aws.dynamodb.segment", 0L,
                    "aws.dynamodb.total_segments", 1L,
                    "aws.dynamodb.count", 1L,
                    "aws.dynamodb.scanned_count", 2L,
                    "aws.dynamodb.consumed_capacity",
                        List.of("{\"TableName\":\"users\",\"CapacityUnits\":1.5}"))));
  }

  @Test
  void createTable_structures() {
    stub.answer(200, JSON, "{}");

    dynamoDb.createTable(
        request ->
            request
                .tableName("users")
                .provisionedThroughput(units -> units.readCapacityUnits(1L).writeCapacityUnits(2L))
                .globalSecondaryIndexes(index -> index.indexName("by \"name\"")));

    RecordedSpan span = agent.telemetry().takeSpan("DynamoDb.CreateTable");
    assertThat(span.attributes())
        .isEqualTo(
            database(
                "CreateTable",
                Map.of(
                    "db.collection.name",
                    "users",
                    "aws.dynamodb.table_names",
                    List.of("users"),
                    "aws.dynamodb.provisioned_read_capacity",
                    1.0,
                    "aws.dynamodb.provisioned_write_capacity",
                    2.0,
                    "aws.dynamodb.global_secondary_indexes",
                    List.of("{\"IndexName\":\"by \\\"name\\\"\"}"))));
  }

  @Test
  void listTables_count() {
    stub.answer(200, JSON, "{\"TableNames\":[\"a\",\"b\"]}");

    dynamoDb.listTables(request -> request.exclusiveStartTableName("x").limit(5));

    RecordedSpan span = agent.telemetry().takeSpan("DynamoDb.ListTables");
    assertThat(span.attributes())
        .isEqualTo(
            database(
                "ListTables",
                Map.of(
                    "aws.dynamodb.exclusive_start_table", "x",
                    "aws.dynamodb.limit", 5L,
                    "aws.dynamodb.table_count", 2L)));
  }

  @Test
  void call_duration() {
    stub.answer(
        400, JSON, "{\"__type\":\"com.amazonaws#ResourceNotFoundException\",\"message\":\"no\"}");

    assertThatThrownBy(() -> dynamoDb.getItem(request -> request.tableName("absent").key(KEY)))
        .isInstanceOf(ResourceNotFoundException.class);

    agent.telemetry().takeSpan("DynamoDb.GetItem");
    Map<String, Object> expected =
        Map.of(
            "db.system.name", "aws.dynamodb",
            "db.collection.name", "absent",
            "db.operation.name", "GetItem",
            "error.type", "ResourceNotFoundException");
    RecordedMetric metric =
        agent
            .telemetry()
            .awaitMetric(
                "db.client.operation.duration", found -> found.point(expected).isPresent());
    assertThat(metric.unit()).isEqualTo("s");
    assertThat(metric.point(expected).orElseThrow().requireHistogram().bounds())
        .containsExactly(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0);
  }

  private Map<String, Object> database(String operation, Map<String, ?> more) {
    Map<String, Object> attributes =
        new HashMap<>(Expected.answered(stub, "DynamoDb." + operation, "POST", "/", 200, more));
    attributes.put("aws.request_id", "request-1");
    attributes.put("db.system.name", "aws.dynamodb");
    attributes.put("db.operation.name", operation);
    return attributes;
  }
}
