// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.engine.Log;
import dev.weft.engine.Privileged;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.PrivilegedExceptionAction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers woven code: finds the advice of a call site, and takes what an advice has thrown. Advice
 * is named {@code instrumentation|class}; the half that closes what the other half has opened has a
 * {@code |} behind that, and is linked even where the instrumentation is off: a request that is
 * under way then would otherwise leave its span current on a thread for ever. Throws nothing but
 * {@link StackOverflowError}, whatever happens: the JVM then takes the call for one that was never
 * linked, and asks again when it is made with more of the stack left.
 */
final class AdviceLinker extends WeftLinker {
  private final Map<String, InstrumentationState> states;
  private final InstrumentationLoaders loaders;

  private final @Nullable RuleLinks rules;

  AdviceLinker(
      Map<String, InstrumentationState> states,
      InstrumentationLoaders loaders,
      @Nullable RuleLinks rules) {
    this.states = states;
    this.loaders = loaders;
    this.rules = rules;
  }

  /** Connects the bridge. Here, since whoever mentions the bridge can be loaded only after it. */
  static void connect(
      Map<String, InstrumentationState> states,
      InstrumentationLoaders loaders,
      @Nullable RuleLinks rules) {
    WeftBridge.connect(new AdviceLinker(states, loaders, rules));
  }

  /** Returns how an advice is named in woven code. */
  static String nameOf(String instrumentation, String adviceClass) {
    return instrumentation + "|" + adviceClass;
  }

  /** Returns the name of the half that closes what the other half of an advice has opened. */
  static String closing(String name) {
    return name + '|';
  }

  @Override
  public CallSite link(MethodHandles.Lookup caller, String method, MethodType type, String advice) {
    if (advice.startsWith(RuleAdvice.PREFIX)) {
      return rule(caller.lookupClass(), method, type, advice);
    }
    InstrumentationState state = state(advice);
    boolean closing = advice.charAt(advice.length() - 1) == '|';
    if (state == null || !(closing || state.on())) {
      return AdviceCallSite.silent(type);
    }
    try {
      AdviceCallSite site =
          Privileged.call(
              new Linking(state, caller.lookupClass(), method, type, className(advice)));
      if (!closing) {
        state.linked(site);
      }
      return site;
    } catch (StackOverflowError deep) {
      throw deep;
    } catch (Throwable thrown) {
      state.countedFault("linking " + className(advice) + "." + method, thrown);
      return AdviceCallSite.silent(type);
    }
  }

  private AdviceCallSite rule(Class<?> woven, String half, MethodType type, String advice) {
    RuleLinks links = rules;
    if (links == null) {
      return AdviceCallSite.silent(type);
    }
    String rule = rule(advice);
    try {
      return Privileged.call(() -> links.link(woven, half, type, rule, className(advice)));
    } catch (StackOverflowError deep) {
      throw deep;
    } catch (Throwable thrown) {
      links.fault(rule, thrown);
      return AdviceCallSite.silent(type);
    }
  }

  private static String rule(String advice) {
    return advice.substring(RuleAdvice.PREFIX.length(), advice.indexOf('|'));
  }

  /** Of one call site. No lambda: making its class would be part of the first call. */
  private final class Linking implements PrivilegedExceptionAction<AdviceCallSite> {
    private final InstrumentationState state;
    private final Class<?> woven;
    private final String method;
    private final MethodType type;
    private final String advice;

    Linking(
        InstrumentationState state, Class<?> woven, String method, MethodType type, String advice) {
      this.state = state;
      this.woven = woven;
      this.method = method;
      this.type = type;
      this.advice = advice;
    }

    @Override
    public AdviceCallSite run() throws ReflectiveOperationException {
      ClassLoader loader = loaders.of(state.entry(), woven.getClassLoader());
      Class<?> adviceClass = loader.loadClass(advice);
      return new AdviceCallSite(MethodHandles.publicLookup().findStatic(adviceClass, method, type));
    }
  }

  @Override
  public void fault(Throwable thrown, String advice) {
    if (InstrumentationState.outOfRoom(thrown)) {
      return;
    }
    try {
      RuleLinks links = rules;
      if (links != null && advice.startsWith(RuleAdvice.PREFIX)) {
        links.fault(rule(advice), thrown);
        return;
      }
      InstrumentationState state = state(advice);
      if (state != null) {
        state.fault(className(advice), thrown);
      }
    } catch (Throwable hopeless) {
      silently(hopeless);
    }
  }

  private static void silently(Throwable hopeless) {
    if (!InstrumentationState.outOfRoom(hopeless)) {
      Log.line("a fault could not be counted: " + Log.cause(hopeless));
    }
  }

  private @Nullable InstrumentationState state(String advice) {
    int bar = advice.indexOf('|');
    return bar < 0 ? null : states.get(advice.substring(0, bar));
  }

  private static String className(String advice) {
    int start = advice.indexOf('|') + 1;
    int end = advice.indexOf('|', start);
    return end < 0 ? advice.substring(start) : advice.substring(start, end);
  }
}
