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
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
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

  Resource of(Bucket bucket, Tags tags) {
    return resource(
        bucket.name(), "s3", null, bucket.name(), "active", tags, bucket.creationDate(), Map.of());
  }

  Resource of(LoadBalancer balancer, Tags tags) {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("kind", balancer.typeAsString());
    metadata.put("scheme", balancer.schemeAsString());
    return resource(
        balancer.loadBalancerName(),
        "elb",
        accountOf(balancer.loadBalancerArn()),
        balancer.loadBalancerName(),
        balancer.state().codeAsString(),
        tags,
        balancer.createdTime(),
        metadata);
  }

  Resource of(SecurityGroup group) {
    Map<String, String> tags = new HashMap<>();
    group.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
    boolean open =
        group.ipPermissions().stream()
            .flatMap(permission -> permission.ipRanges().stream())
            .anyMatch(range -> "0.0.0.0/0".equals(range.cidrIp()));
    return resource(
        group.groupId(),
        "sg",
        group.ownerId(),
        group.groupName(),
        "active",
        Tags.of(tags),
        null,
        Map.of("open_to_world", String.valueOf(open)));
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
