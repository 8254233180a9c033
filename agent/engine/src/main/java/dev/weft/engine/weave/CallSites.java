// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** The call sites of one instrumentation or rule, through which it is switched off. Thread-safe. */
public final class CallSites {
  private final List<WeakReference<AdviceCallSite>> sites = new ArrayList<>();

  /** Remembers a call site as long as its class lives. */
  public synchronized void add(AdviceCallSite site) {
    if ((sites.size() & 63) == 63) {
      sites.removeIf(reference -> reference.get() == null);
    }
    sites.add(new WeakReference<>(site));
  }

  /** Makes all of them do nothing from now on. */
  public synchronized void silence() {
    List<MutableCallSite> silenced = new ArrayList<>();
    for (WeakReference<AdviceCallSite> reference : sites) {
      AdviceCallSite site = reference.get();
      if (site != null) {
        site.silence();
        silenced.add(site);
      }
    }
    sites.clear();
    if (!silenced.isEmpty()) {
      MutableCallSite.syncAll(silenced.toArray(new MutableCallSite[0]));
    }
  }
}
