// SPDX-License-Identifier: Apache-2.0
package dev.weft.operator;

import dev.weft.testkit.jvm.Running;
import java.util.Map;

/** Where the containers of one pod run, with the pod's volumes. */
interface Node extends AutoCloseable {
  /** Starts a container; one with a command of its own runs that, any other the application. */
  Running start(Container container, Map<String, String> environment);

  /** Takes the pod's volumes away. */
  @Override
  void close();
}
