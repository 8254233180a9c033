// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.resource;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can be known of a pod from within. The Operator puts more into {@code
 * OTEL_RESOURCE_ATTRIBUTES}, which wins; but where a container has that variable from elsewhere,
 * the Operator's own variables are still there.
 */
final class Kubernetes {
  private static final String NAMESPACE = "/var/run/secrets/kubernetes.io/serviceaccount/namespace";

  private Kubernetes() {}

  static void pod(Surroundings surroundings, Map<String, Object> into) {
    put(into, "k8s.pod.name", surroundings.variable("OTEL_RESOURCE_ATTRIBUTES_POD_NAME"));
    put(into, "k8s.pod.uid", surroundings.variable("OTEL_RESOURCE_ATTRIBUTES_POD_UID"));
    put(into, "k8s.node.name", surroundings.variable("OTEL_RESOURCE_ATTRIBUTES_NODE_NAME"));
    if (surroundings.variable("KUBERNETES_SERVICE_HOST") == null) {
      return;
    }
    put(into, "k8s.namespace.name", surroundings.line(NAMESPACE));
    if (!into.containsKey("k8s.pod.uid")) {
      put(into, "k8s.pod.uid", Cgroup.podUid(surroundings));
    }
  }

  private static void put(Map<String, Object> into, String key, @Nullable String value) {
    if (value != null) {
      into.put(key, value);
    }
  }
}
