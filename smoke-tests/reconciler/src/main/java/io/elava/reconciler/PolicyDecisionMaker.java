// SPDX-License-Identifier: Apache-2.0
package io.elava.reconciler;

import io.elava.model.Change;
import io.elava.model.Decision;
import io.elava.model.PolicyEvaluation;
import io.elava.model.Scan;
import java.util.List;

/** Decides what to do about changes. */
public interface PolicyDecisionMaker {

  /** One decision for each change, in the same order. */
  List<Decision> decide(Scan scan, List<Change> changes, PolicyEvaluation policy);
}
