// SPDX-License-Identifier: Apache-2.0
package io.elava.providers.aws;

import io.elava.model.Resource;
import io.elava.model.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.s3.model.Bucket;

/** Turns what AWS answers into resources. */
final class AwsResources {
  private final String region;
  private final Clock clock;

  AwsResources(String region, Clock clock) {
    this.region = region;
    this.clock = clock;
  }

  Resource of(Instance instance, String accountId) {
    Map<String, String> tags = new HashMap<>();
    instance.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
    String name = tags.remove("Name");
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("instance_type", instance.instanceTypeAsString());
    return resource(
        instance.instanceId(),
        "ec2",
        accountId,
        name != null ? name : instance.instanceId(),
        instance.state().nameAsString(),
        Tags.of(tags),
        instance.launchTime(),
        metadata);
  }

  Resource of(DBInstance database) {
    Map<String, String> tags = new HashMap<>();
    database.tagList().forEach(tag -> tags.put(tag.key(), tag.value()));
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("engine", database.engine());
    metadata.put("publicly_accessible", String.valueOf(database.publiclyAccessible()));
    metadata.put("storage_encrypted", String.valueOf(database.storageEncrypted()));
    return resource(
        database.dbInstanceIdentifier(),
        "rds",
        accountOf(database.dbInstanceArn()),
        database.dbInstanceIdentifier(),
        database.dbInstanceStatus(),
        Tags.of(tags),
        database.instanceCreateTime(),
        metadata);
  }

  Resource of(Bucket bucket) {
    return resource(
        bucket.name(),
        "s3",
        null,
        bucket.name(),
        "active",
        Tags.none(),
        bucket.creationDate(),
        Map.of());
  }

  private Resource resource(
      String id,
      String type,
      String accountId,
      String name,
      String status,
      Tags tags,
      Instant createdAt,
      Map<String, String> metadata) {
    return new Resource(
        id,
        type,
        "aws",
        region,
        accountId,
        name,
        status,
        tags,
        createdAt,
        clock.instant(),
        tags.getOwner() == null && tags.getTeam() == null,
        metadata);
  }

  private static String accountOf(String arn) {
    String[] parts = arn == null ? new String[0] : arn.split(":", -1);
    return parts.length > 4 ? parts[4] : null;
  }
}
