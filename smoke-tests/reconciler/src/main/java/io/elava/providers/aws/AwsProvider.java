// SPDX-License-Identifier: Apache-2.0
package io.elava.providers.aws;

import io.elava.model.Resource;
import io.elava.model.ResourceFilter;
import io.elava.model.Tags;
import io.elava.providers.CloudProvider;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists instances, databases, buckets, load balancers and security groups, in this order. */
public final class AwsProvider implements CloudProvider {
  private static final Logger log = LoggerFactory.getLogger(AwsProvider.class);
  private static final int PAGE_SIZE = 100;

  private final AwsClients clients;
  private final AwsResources resources;
  private final BucketTags bucketTags;
  private final LoadBalancers loadBalancers;

  /** Connects as the settings say; the first call happens with the first listing. */
  public AwsProvider(AwsSettings settings, Clock clock) {
    clients = new AwsClients(settings);
    resources = new AwsResources(settings.region(), clock);
    bucketTags = settings.bucketTags() ? new BucketTags(clients.s3, clock) : null;
    loadBalancers = new LoadBalancers(clients);
  }

  @Override
  public String name() {
    return "aws";
  }

  @Override
  public List<Resource> listResources(ResourceFilter filter) {
    List<Resource> found = new ArrayList<>();
    if (filter.includes("ec2")) {
      found.addAll(listInstances());
    }
    if (filter.includes("rds")) {
      found.addAll(listDatabases());
    }
    if (filter.includes("s3")) {
      found.addAll(listBuckets());
    }
    if (filter.includes("elb")) {
      found.addAll(listLoadBalancers());
    }
    if (filter.includes("sg")) {
      found.addAll(listSecurityGroups());
    }
    return found;
  }

  private List<Resource> listInstances() {
    List<Resource> found = new ArrayList<>();
    clients
        .ec2
        .describeInstancesPaginator(request -> request.maxResults(PAGE_SIZE))
        .reservations()
        .forEach(
            reservation ->
                reservation
                    .instances()
                    .forEach(instance -> found.add(resources.of(instance, reservation.ownerId()))));
    log.info("listed {} ec2 instances", found.size());
    return found;
  }

  private List<Resource> listDatabases() {
    List<Resource> found = new ArrayList<>();
    clients
        .rds
        .describeDBInstancesPaginator(request -> request.maxRecords(PAGE_SIZE))
        .dbInstances()
        .forEach(database -> found.add(resources.of(database)));
    log.info("listed {} rds databases", found.size());
    return found;
  }

  private List<Resource> listBuckets() {
    List<Resource> found =
        clients.s3.listBuckets().buckets().stream()
            .map(bucket -> resources.of(bucket, tagsOf(bucket.name())))
            .toList();
    log.info("listed {} s3 buckets", found.size());
    return found;
  }

  private Tags tagsOf(String bucket) {
    return bucketTags == null ? Tags.none() : bucketTags.of(bucket);
  }

  private List<Resource> listLoadBalancers() {
    List<Resource> found = new ArrayList<>();
    loadBalancers.list().forEach((balancer, tags) -> found.add(resources.of(balancer, tags)));
    log.info("listed {} load balancers", found.size());
    return found;
  }

  private List<Resource> listSecurityGroups() {
    List<Resource> found = new ArrayList<>();
    clients
        .ec2
        .describeSecurityGroupsPaginator(request -> request.maxResults(PAGE_SIZE))
        .securityGroups()
        .forEach(group -> found.add(resources.of(group)));
    log.info("listed {} security groups", found.size());
    return found;
  }

  @Override
  public void close() {
    clients.close();
  }
}
