// SPDX-License-Identifier: Apache-2.0
package io.elava.reconciler;

import io.elava.model.ReconcileResult;

/** Brings the recorded state in line with the cloud. Safe for use by several threads. */
public interface Reconciler {

  /** Runs one scan from observation to action, on the calling thread. */
  ReconcileResult reconcile(Config config);
}
