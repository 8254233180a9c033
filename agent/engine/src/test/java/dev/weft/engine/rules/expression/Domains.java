// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import dev.weft.engine.rules.expression.sample.Domain.Bean;
import dev.weft.engine.rules.expression.sample.Domain.Resource;
import java.util.List;
import java.util.Map;

/** Fills what the bean of a trial has inherited. */
final class Domains {
  private Domains() {}

  static void fill(Trial trial) throws Throwable {
    Bean bean = (Bean) trial.arguments.get("bean");
    bean.hold(
        (Resource) trial.of("changes[2].current"),
        List.of((Resource) trial.of("found")),
        Map.of("x", (Resource) trial.of("found")));
  }
}
