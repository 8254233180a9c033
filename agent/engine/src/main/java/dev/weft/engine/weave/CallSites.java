// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.api.WeakIdentityMap;
import java.lang.invoke.MutableCallSite;
import java.util.List;

/** The call sites of one instrumentation or rule, through which it is switched off. Thread-safe. */
public final class CallSites {
  private final WeakIdentityMap<AdviceCallSite, Boolean> sites = new WeakIdentityMap<>();

  /** Remembers a call site as long as its class lives. */
  public synchronized void add(AdviceCallSite site) {
    sites.put(site, Boolean.TRUE);
  }

  /** Makes all of them do nothing from now on. */
  public synchronized void silence() {
    List<AdviceCallSite> silenced = sites.keys();
    for (AdviceCallSite site : silenced) {
      site.silence();
      sites.remove(site);
    }
    if (!silenced.isEmpty()) {
      MutableCallSite.syncAll(silenced.toArray(new MutableCallSite[0]));
    }
  }
}
