// SPDX-License-Identifier: Apache-2.0
package io.elava.executor;

import io.elava.model.Action;
import io.elava.model.Decision;
import java.util.Optional;

/**
 * What must not be done.
 *
 * @param dryRun whether nothing at all may be done
 * @param allowTagging whether tags of resources may be changed
 */
public record SafetyChecks(boolean dryRun, boolean allowTagging) {

  /** Why the decision must not be carried out, empty when it may. */
  Optional<String> objection(Decision decision) {
    Action action = decision.action();
    if (dryRun) {
      return Optional.of("dry run");
    }
    if (action.isDestructive() && decision.isBlessed()) {
      return Optional.of("resource is blessed");
    }
    boolean tagging = action == Action.ENFORCE_TAGS || action == Action.AUTO_TAG;
    return tagging && !allowTagging ? Optional.of("tagging is not allowed") : Optional.empty();
  }
}
