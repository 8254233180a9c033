// SPDX-License-Identifier: Apache-2.0
package io.elava.providers.aws;

import io.elava.model.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/** Lists load balancers, and their tags, which are twenty a call. */
final class LoadBalancers {
  private static final int PAGE_SIZE = 100;
  private static final int TAGGED_AT_ONCE = 20;

  private final AwsClients clients;

  LoadBalancers(AwsClients clients) {
    this.clients = clients;
  }

  Map<LoadBalancer, Tags> list() {
    List<LoadBalancer> balancers = new ArrayList<>();
    clients
        .elb()
        .describeLoadBalancersPaginator(request -> request.pageSize(PAGE_SIZE))
        .loadBalancers()
        .forEach(balancers::add);
    Map<String, Tags> tags = new HashMap<>();
    for (int start = 0; start < balancers.size(); start += TAGGED_AT_ONCE) {
      int end = Math.min(start + TAGGED_AT_ONCE, balancers.size());
      addTags(balancers.subList(start, end), tags);
    }
    Map<LoadBalancer, Tags> tagged = new LinkedHashMap<>();
    for (LoadBalancer balancer : balancers) {
      tagged.put(balancer, tags.getOrDefault(balancer.loadBalancerArn(), Tags.none()));
    }
    return tagged;
  }

  private void addTags(List<LoadBalancer> balancers, Map<String, Tags> tags) {
    List<String> arns = balancers.stream().map(LoadBalancer::loadBalancerArn).toList();
    clients
        .elb()
        .describeTags(request -> request.resourceArns(arns))
        .tagDescriptions()
        .forEach(
            described -> {
              Map<String, String> values = new HashMap<>();
              described.tags().forEach(tag -> values.put(tag.key(), tag.value()));
              tags.put(described.resourceArn(), Tags.of(values));
            });
  }
}
