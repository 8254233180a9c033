// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import static dev.weft.awssdk.AwsField.Form.DOUBLE;
import static dev.weft.awssdk.AwsField.Form.JSON;
import static dev.weft.awssdk.AwsField.Form.JSONS;
import static dev.weft.awssdk.AwsField.Form.PLAIN;
import static dev.weft.awssdk.AwsField.Form.SIZE;
import static dev.weft.awssdk.AwsField.Form.TEXTS;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which fields are reported of each operation of DynamoDB. */
final class DynamoDbFields {
  private static final Map<String, AwsField[]> REQUESTS = new HashMap<>();
  private static final Map<String, AwsField[]> RESPONSES = new HashMap<>();

  private static final AwsField TABLE = field("table_names", TEXTS, "TableName");
  private static final AwsField TABLES = field("table_names", TEXTS, "RequestItems");
  private static final AwsField CONSISTENT = field("consistent_read", PLAIN, "ConsistentRead");
  private static final AwsField PROJECTION = field("projection", PLAIN, "ProjectionExpression");
  private static final AwsField ATTRIBUTES = field("attributes_to_get", TEXTS, "AttributesToGet");
  private static final AwsField INDEX = field("index_name", PLAIN, "IndexName");
  private static final AwsField LIMIT = field("limit", PLAIN, "Limit");
  private static final AwsField SELECT = field("select", PLAIN, "Select");
  private static final AwsField READS =
      field("provisioned_read_capacity", DOUBLE, "ProvisionedThroughput", "ReadCapacityUnits");
  private static final AwsField WRITES =
      field("provisioned_write_capacity", DOUBLE, "ProvisionedThroughput", "WriteCapacityUnits");
  private static final AwsField CONSUMED = field("consumed_capacity", JSONS, "ConsumedCapacity");
  private static final AwsField COLLECTIONS =
      field("item_collection_metrics", JSON, "ItemCollectionMetrics");

  static {
    reads();
    writes();
    tables();
  }

  private DynamoDbFields() {}

  static AwsField @Nullable [] ofRequest(String operation) {
    return REQUESTS.get(operation);
  }

  static AwsField @Nullable [] ofResponse(String operation) {
    return RESPONSES.get(operation);
  }

  private static void reads() {
    request("GetItem", TABLE, PROJECTION, CONSISTENT);
    request("BatchGetItem", TABLES);
    request(
        "Query",
        TABLE,
        ATTRIBUTES,
        CONSISTENT,
        INDEX,
        LIMIT,
        PROJECTION,
        field("scan_forward", PLAIN, "ScanIndexForward"),
        SELECT);
    request(
        "Scan",
        TABLE,
        ATTRIBUTES,
        CONSISTENT,
        INDEX,
        LIMIT,
        PROJECTION,
        field("segment", PLAIN, "Segment"),
        SELECT,
        field("total_segments", PLAIN, "TotalSegments"));
    response("GetItem", CONSUMED);
    response("BatchGetItem", CONSUMED);
    response("Query", CONSUMED);
    response(
        "Scan",
        CONSUMED,
        field("count", PLAIN, "Count"),
        field("scanned_count", PLAIN, "ScannedCount"));
  }

  private static void writes() {
    request("BatchWriteItem", TABLES);
    response("BatchWriteItem", CONSUMED, COLLECTIONS);
    for (String operation : new String[] {"PutItem", "UpdateItem", "DeleteItem"}) {
      request(operation, TABLE);
      response(operation, CONSUMED, COLLECTIONS);
    }
  }

  private static void tables() {
    request(
        "CreateTable",
        TABLE,
        field("global_secondary_indexes", JSONS, "GlobalSecondaryIndexes"),
        field("local_secondary_indexes", JSONS, "LocalSecondaryIndexes"),
        READS,
        WRITES);
    request(
        "UpdateTable",
        TABLE,
        field("attribute_definitions", JSONS, "AttributeDefinitions"),
        field("global_secondary_index_updates", JSONS, "GlobalSecondaryIndexUpdates"),
        READS,
        WRITES);
    request("DeleteTable", TABLE);
    request("DescribeTable", TABLE);
    request("ListTables", field("exclusive_start_table", PLAIN, "ExclusiveStartTableName"), LIMIT);
    response("ListTables", field("table_count", SIZE, "TableNames"));
  }

  private static AwsField field(String attribute, AwsField.Form form, String... path) {
    return AwsField.of("aws.dynamodb." + attribute, form, path);
  }

  private static void request(String operation, AwsField... fields) {
    REQUESTS.put(operation, fields);
  }

  private static void response(String operation, AwsField... fields) {
    RESPONSES.put(operation, fields);
  }
}
