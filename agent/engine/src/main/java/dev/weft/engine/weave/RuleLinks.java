// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.lang.invoke.MethodType;

/** Answers woven code that calls a telemetry rule. Thread-safe. */
public interface RuleLinks {
  /**
   * Returns what is called where a method is entered or left.
   *
   * @param woven the class that has the method
   * @param half {@code enter}, {@code exit}, or {@code publish}: an exit that may return another
   *     result
   * @param rule the rule's name
   * @param key names the method, as given to {@link MethodWeaver}
   * @throws Exception where there is nothing to call: then nothing is called
   */
  AdviceCallSite link(Class<?> woven, String half, MethodType type, String rule, String key)
      throws Exception;

  /** Takes what a rule has thrown; never throws. */
  void fault(String rule, Throwable thrown);
}
