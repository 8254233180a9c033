// SPDX-License-Identifier: Apache-2.0
package io.elava.stub;

import java.util.List;
import java.util.Map;

/** Writes the answers of EC2, RDS and S3. */
final class StubXml {
  static final String ACCOUNT = "123456789012";
  static final String REQUEST_ID = "00000000-0000-4000-8000-000000000000";
  static final String CREATED = "2025-10-01T08:00:00.000Z";

  private StubXml() {}

  static String instances(List<StubWorld.Instance> instances, String nextToken) {
    StringBuilder items = new StringBuilder();
    for (StubWorld.Instance instance : instances) {
      String tags = element("item", element("key", "Name") + element("value", instance.name()));
      items.append(
          element(
              "item",
              element("instanceId", instance.id())
                  + element(
                      "instanceState", element("code", "16") + element("name", instance.state()))
                  + element("instanceType", "t3.small")
                  + element("launchTime", CREATED)
                  + element("tagSet", tags + tags("item", "key", "value", instance.tags()))));
    }
    String reservation =
        element("reservationId", "r-1")
            + element("ownerId", ACCOUNT)
            + element("instancesSet", items.toString());
    return "<DescribeInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">"
        + element("requestId", REQUEST_ID)
        + element("reservationSet", element("item", reservation))
        + (nextToken == null ? "" : element("nextToken", nextToken))
        + "</DescribeInstancesResponse>";
  }

  static String databases(List<StubWorld.Database> databases, String marker) {
    StringBuilder items = new StringBuilder();
    for (StubWorld.Database database : databases) {
      items.append(element("DBInstance", database(database)));
    }
    return "<DescribeDBInstancesResponse xmlns=\"http://rds.amazonaws.com/doc/2014-10-31/\">"
        + element(
            "DescribeDBInstancesResult",
            (marker == null ? "" : element("Marker", marker))
                + element("DBInstances", items.toString()))
        + element("ResponseMetadata", element("RequestId", REQUEST_ID))
        + "</DescribeDBInstancesResponse>";
  }

  private static String database(StubWorld.Database database) {
    return element("DBInstanceIdentifier", database.id())
        + element("DBInstanceStatus", database.status())
        + element("Engine", "postgres")
        + element("InstanceCreateTime", CREATED)
        + element("DBInstanceArn", "arn:aws:rds:us-east-1:" + ACCOUNT + ":db:" + database.id())
        + element("PubliclyAccessible", String.valueOf(database.open()))
        + element("StorageEncrypted", String.valueOf(database.encrypted()))
        + element("TagList", tags("Tag", "Key", "Value", database.tags()));
  }

  static String buckets(List<String> names) {
    StringBuilder items = new StringBuilder();
    for (String name : names) {
      items.append(element("Bucket", element("Name", name) + element("CreationDate", CREATED)));
    }
    return "<ListAllMyBucketsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
        + element("Owner", element("ID", ACCOUNT))
        + element("Buckets", items.toString())
        + "</ListAllMyBucketsResult>";
  }

  static String error(String code, String message) {
    return "<ErrorResponse>"
        + element(
            "Error",
            element("Type", "Sender") + element("Code", code) + element("Message", message))
        + element("RequestId", REQUEST_ID)
        + "</ErrorResponse>";
  }

  static String tags(String item, String key, String value, Map<String, String> tags) {
    StringBuilder out = new StringBuilder();
    tags.forEach((k, v) -> out.append(element(item, element(key, k) + element(value, v))));
    return out.toString();
  }

  static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }
}
