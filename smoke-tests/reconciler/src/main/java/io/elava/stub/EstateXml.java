// SPDX-License-Identifier: Apache-2.0
package io.elava.stub;

import static io.elava.stub.StubXml.element;
import static io.elava.stub.StubXml.tags;

import java.util.List;
import java.util.Map;

/** Writes the answers of the services that only {@link Estate} has, and tags of buckets. */
final class EstateXml {
  private static final String ELB =
      " xmlns=\"http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/\"";
  private static final String EC2 = " xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"";
  private static final String S3 = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

  private EstateXml() {}

  static String arn(Estate.Balancer balancer) {
    String account = "arn:aws:elasticloadbalancing:us-east-1:" + StubXml.ACCOUNT;
    return account + ":loadbalancer/app/" + balancer.name() + "/50dc6c495c0c9188";
  }

  static String balancers(List<Estate.Balancer> balancers, String marker) {
    StringBuilder members = new StringBuilder();
    for (Estate.Balancer balancer : balancers) {
      members.append(
          element(
              "member",
              element("LoadBalancerArn", arn(balancer))
                  + element("LoadBalancerName", balancer.name())
                  + element("CreatedTime", StubXml.CREATED)
                  + element("Scheme", balancer.scheme())
                  + element("State", element("Code", "active"))
                  + element("Type", "application")));
    }
    String result =
        element("LoadBalancers", members.toString())
            + (marker == null ? "" : element("NextMarker", marker));
    return answer("DescribeLoadBalancers", result);
  }

  static String balancerTags(List<Estate.Balancer> balancers) {
    StringBuilder members = new StringBuilder();
    for (Estate.Balancer balancer : balancers) {
      members.append(
          element(
              "member",
              element("ResourceArn", arn(balancer))
                  + element("Tags", tags("member", "Key", "Value", balancer.tags()))));
    }
    return answer("DescribeTags", element("TagDescriptions", members.toString()));
  }

  private static String answer(String action, String result) {
    return rooted(
        action + "Response",
        ELB,
        element(action + "Result", result)
            + element("ResponseMetadata", element("RequestId", StubXml.REQUEST_ID)));
  }

  static String groups(List<Estate.Group> groups, String nextToken) {
    StringBuilder items = new StringBuilder();
    for (Estate.Group group : groups) {
      String range = element("item", element("cidrIp", group.from()));
      String permission = element("ipProtocol", "tcp") + element("ipRanges", range);
      items.append(
          element(
              "item",
              element("ownerId", StubXml.ACCOUNT)
                  + element("groupId", group.id())
                  + element("groupName", group.name())
                  + element("ipPermissions", element("item", permission))
                  + element("tagSet", tags("item", "key", "value", group.tags()))));
    }
    return rooted(
        "DescribeSecurityGroupsResponse",
        EC2,
        element("requestId", StubXml.REQUEST_ID)
            + element("securityGroupInfo", items.toString())
            + (nextToken == null ? "" : element("nextToken", nextToken)));
  }

  static String bucketTags(Map<String, String> tags) {
    return rooted("Tagging", S3, element("TagSet", tags("Tag", "Key", "Value", tags)));
  }

  static String noTags() {
    return element("Error", element("Code", "NoSuchTagSet") + element("Message", "no tags"));
  }

  private static String rooted(String name, String namespace, String content) {
    return "<" + name + namespace + ">" + content + "</" + name + ">";
  }
}
