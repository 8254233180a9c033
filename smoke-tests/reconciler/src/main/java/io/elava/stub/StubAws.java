// SPDX-License-Identifier: Apache-2.0
package io.elava.stub;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The AWS part of the stub's small world: which call gets which answer. */
final class StubAws implements StubService {
  private static final String SECOND_PAGE = "page-2";

  private final boolean restless;
  private final AtomicInteger scans = new AtomicInteger();
  private final AtomicBoolean throttled = new AtomicBoolean();

  StubAws(boolean restless) {
    this.restless = restless;
  }

  @Override
  public StubAnswer answer(String method, URI uri, Map<String, String> parameters) {
    String action = "GET".equals(method) ? "ListBuckets" : parameters.get("Action");
    if ("DescribeInstances".equals(action)) {
      return instances(parameters.containsKey("NextToken"));
    }
    if ("DescribeDBInstances".equals(action)) {
      return databases(parameters.containsKey("Marker"));
    }
    if ("ListBuckets".equals(action)) {
      return new StubAnswer(action, 200, StubXml.buckets(StubWorld.buckets()));
    }
    return new StubAnswer(String.valueOf(action), 400, StubXml.error("InvalidAction", "unknown"));
  }

  private StubAnswer instances(boolean second) {
    int scan = second ? scans.get() : scans.incrementAndGet();
    StubWorld world = world(scan);
    String page =
        second
            ? StubXml.instances(world.secondInstances(), null)
            : StubXml.instances(world.firstInstances(), SECOND_PAGE);
    return new StubAnswer("DescribeInstances", 200, page);
  }

  private StubAnswer databases(boolean second) {
    if (throttled.compareAndSet(false, true)) {
      String error = StubXml.error("Throttling", "Rate exceeded");
      return new StubAnswer("DescribeDBInstances", 400, error);
    }
    StubWorld world = world(scans.get());
    String page =
        second
            ? StubXml.databases(world.secondDatabases(), null)
            : StubXml.databases(world.firstDatabases(), SECOND_PAGE);
    return new StubAnswer("DescribeDBInstances", 200, page);
  }

  private StubWorld world(int scan) {
    return new StubWorld(restless ? scan % 2 == 0 : scan > 1);
  }
}
