// SPDX-License-Identifier: Apache-2.0
package java.lang;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The agent, as {@link WeftBridge} sees it. Implementations are thread-safe. */
public abstract class WeftLinker {
  /**
   * Returns the call site of an advice, or one that does nothing where there is none.
   *
   * @throws StackOverflowError where there is no room: the JVM asks again with the next call
   */
  public abstract CallSite link(
      MethodHandles.Lookup caller, String method, MethodType type, String advice);

  /** Counts, and at first reports, what an advice has thrown; never throws. */
  public abstract void fault(Throwable thrown, String advice);
}
