// SPDX-License-Identifier: Apache-2.0
package io.elava.stub;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/**
 * Answers calls about {@link Estate}, ten resources a page. In each scan the first call about
 * databases and the first one about load balancers are throttled.
 */
final class EstateAws implements StubService {
  private static final int PAGE = 10;

  private final AtomicInteger scans = new AtomicInteger();
  private final Set<String> throttled = ConcurrentHashMap.newKeySet();

  @Override
  public StubAnswer answer(String method, URI uri, Map<String, String> parameters) {
    if ("GET".equals(method)) {
      return s3(uri);
    }
    String action = String.valueOf(parameters.get("Action"));
    if ("DescribeInstances".equals(action) && !parameters.containsKey("NextToken")) {
      scans.incrementAndGet();
    }
    Estate estate = new Estate(scans.get());
    return switch (action) {
      case "DescribeInstances" ->
          paged(action, estate.instances(), parameters.get("NextToken"), StubXml::instances);
      case "DescribeDBInstances" ->
          throttledOnce(action)
              ? throttling(action)
              : paged(action, estate.databases(), parameters.get("Marker"), StubXml::databases);
      case "DescribeLoadBalancers" ->
          throttledOnce(action)
              ? throttling(action)
              : paged(action, estate.balancers(), parameters.get("Marker"), EstateXml::balancers);
      case "DescribeTags" -> ok(action, EstateXml.balancerTags(asked(estate, parameters)));
      case "DescribeSecurityGroups" ->
          paged(action, estate.groups(), parameters.get("NextToken"), EstateXml::groups);
      default -> new StubAnswer(action, 400, StubXml.error("InvalidAction", "unknown"));
    };
  }

  private StubAnswer s3(URI uri) {
    Map<String, Map<String, String>> buckets = new Estate(scans.get()).buckets();
    String bucket = uri.getPath().substring(1);
    if (bucket.isEmpty()) {
      return ok("ListBuckets", StubXml.buckets(List.copyOf(buckets.keySet())));
    }
    Map<String, String> tags = buckets.getOrDefault(bucket, Map.of());
    return tags.isEmpty()
        ? new StubAnswer("GetBucketTagging", 404, EstateXml.noTags())
        : ok("GetBucketTagging", EstateXml.bucketTags(tags));
  }

  private boolean throttledOnce(String action) {
    return throttled.add(action + " " + scans.get());
  }

  private static StubAnswer throttling(String action) {
    return new StubAnswer(action, 400, StubXml.error("Throttling", "Rate exceeded"));
  }

  /** Answers one page; the token of the next one is the number of resources before it. */
  private static <T> StubAnswer paged(
      String action, List<T> all, String token, BiFunction<List<T>, String, String> writer) {
    int start = token == null ? 0 : Integer.parseInt(token);
    int end = Math.min(start + PAGE, all.size());
    String next = end < all.size() ? String.valueOf(end) : null;
    return ok(action, writer.apply(all.subList(start, end), next));
  }

  private static List<Estate.Balancer> asked(Estate estate, Map<String, String> parameters) {
    List<Estate.Balancer> asked = new ArrayList<>();
    for (Estate.Balancer balancer : estate.balancers()) {
      if (parameters.containsValue(EstateXml.arn(balancer))) {
        asked.add(balancer);
      }
    }
    return asked;
  }

  private static StubAnswer ok(String action, String body) {
    return new StubAnswer(action, 200, body);
  }
}
