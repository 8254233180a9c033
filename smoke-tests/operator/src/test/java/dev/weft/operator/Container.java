// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container of a pod's specification, as far as it matters here.
 *
 * @param command empty for the application's own
 * @param mounts where a volume is seen, by the name of the volume
 * @param user the user that its security context asks for
 */
record Container(
    String name,
    String image,
    List<String> command,
    List<Variable> variables,
    Map<String, String> mounts,
    @Nullable Integer user) {

  /** Where the Operator's volume is called so. */
  static final String AGENT_VOLUME = "opentelemetry-auto-instrumentation-java";

  /**
   * An entry of {@code env}.
   *
   * @param field what it is taken from; null if it has a value
   */
  record Variable(String name, String value, @Nullable String field) {}

  /** Returns whether it runs what the pod is there for. */
  boolean isApplication() {
    return command.isEmpty();
  }
}
