// SPDX-License-Identifier: Apache-2.0
package java.lang;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Where woven methods call the agent. Every class loader delegates {@code java.*} to the boot
 * loader, so woven code links to this type whatever its own loader hides; it is defined there
 * without touching the boot search path, which would switch off class-data sharing.
 *
 * <p>Frozen: woven code in a running JVM refers to these signatures.
 */
public final class WeftBridge {
  private static volatile WeftLinker linker;

  private WeftBridge() {}

  /**
   * Called by the agent once, before the first class is woven.
   *
   * @param agent what answers from now on
   */
  public static void connect(WeftLinker agent) {
    linker = agent;
  }

  /**
   * The bootstrap method of every woven {@code invokedynamic}. Of fixed arity: a varargs bootstrap
   * costs more to link.
   *
   * @param advice names the advice, as written by the weaver
   * @return never null
   * @throws StackOverflowError where there is no room: the JVM asks again with the next call
   */
  public static CallSite link(
      MethodHandles.Lookup caller, String method, MethodType type, String advice) {
    return linker.link(caller, method, type, advice);
  }

  /**
   * Called by woven code with what an advice has thrown; never throws.
   *
   * @param advice names the advice, as written by the weaver
   */
  public static void fault(Throwable thrown, String advice) {
    WeftLinker agent = linker;
    if (agent != null) {
      agent.fault(thrown, advice);
    }
  }

  /**
   * Called by woven code where an advice may replace a value.
   *
   * @param answer what the advice has returned; null where it is switched off
   * @return the answer, or the value as it was
   */
  public static Object orElse(Object answer, Object value) {
    return answer == null ? value : answer;
  }
}
