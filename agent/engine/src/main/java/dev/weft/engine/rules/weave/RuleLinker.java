// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import dev.weft.engine.Log;
import dev.weft.engine.rules.model.RuleProblem;
import dev.weft.engine.rules.record.BoundRule;
import dev.weft.engine.rules.record.Publishers;
import dev.weft.engine.rules.record.ResourceAttributes;
import dev.weft.engine.rules.record.RuleBinding;
import dev.weft.engine.rules.record.RuleInstruments;
import dev.weft.engine.rules.record.RuleMethod;
import dev.weft.engine.rules.record.RuleState;
import dev.weft.engine.weave.AdviceCallSite;
import dev.weft.engine.weave.CallSites;
import dev.weft.engine.weave.RuleLinks;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.function.Supplier;

/**
 * Connects woven methods with the rules that they are woven for: a rule is bound to a method when
 * that is called first. Thread-safe.
 */
final class RuleLinker implements RuleLinks {
  private static final MethodHandle ENTER = handle("enter");
  private static final MethodHandle EXIT = handle("exit");
  private static final MethodHandle PUBLISH = handle("publish");

  private final Supplier<Generation> current;
  private final RuleInstruments instruments;
  private final ResourceAttributes resource;

  RuleLinker(
      Supplier<Generation> current, RuleInstruments instruments, ResourceAttributes resource) {
    this.current = current;
    this.instruments = instruments;
    this.resource = resource;
  }

  private static MethodHandle handle(String half) {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    MethodType ending =
        MethodType.methodType(void.class, Object.class, Object.class, Throwable.class);
    try {
      switch (half) {
        case "enter":
          MethodType entering = MethodType.methodType(Object.class, Object.class, Object.class);
          return lookup.findVirtual(RuleMethod.class, half, entering);
        case "publish":
          return lookup.findVirtual(Publishers.class, half, ending.changeReturnType(Object.class));
        default:
          return lookup.findStatic(RuleMethod.class, half, ending);
      }
    } catch (ReflectiveOperationException never) {
      throw new LinkageError(half, never);
    }
  }

  /** What was woven for rules that are no more begins nothing, but ends what it has begun. */
  @Override
  public AdviceCallSite link(
      Class<?> woven, String half, MethodType type, String rule, String key) {
    if (half.equals("exit")) {
      return new AdviceCallSite(EXIT.asType(type));
    }
    if (half.equals("publish")) {
      return new AdviceCallSite(PUBLISH.bindTo(new Publishers(woven)).asType(type));
    }
    int slash = key.indexOf('/');
    Generation generation = current.get();
    RuleState state = generation.state(rule);
    CallSites sites = generation.sites(rule);
    boolean old = !key.substring(0, slash).equals(Integer.toString(generation.number));
    if (old || state == null || sites == null || !state.on()) {
      return AdviceCallSite.silent(type);
    }
    Method method = RuleMatcher.method(woven, key.substring(slash + 1));
    RuleMethod bound = new RuleMethod(bound(generation, state, method));
    AdviceCallSite site = new AdviceCallSite(entering(bound, type));
    sites.add(site);
    if (!state.on()) {
      site.silence();
    }
    return site;
  }

  /** One argument is handed on as it is, several as an array. */
  private static MethodHandle entering(RuleMethod bound, MethodType type) {
    MethodHandle enter = ENTER.bindTo(bound);
    int arguments = type.parameterCount() - 1;
    if (arguments != 1) {
      MethodType collecting = MethodType.methodType(Object.class, Object.class, Object[].class);
      enter = enter.asType(collecting).asCollector(Object[].class, arguments);
    }
    return enter.asType(type);
  }

  private BoundRule bound(Generation generation, RuleState state, Method method) {
    RuleBinding binding =
        new RuleBinding(
            state, generation.binder, instruments, resource, one -> say(generation, one));
    return binding.bind(RuleMatcher.signature(state.rule(), method));
  }

  private static void say(Generation generation, RuleProblem problem) {
    if (generation.first(problem)) {
      Log.line(problem.line());
    }
  }

  @Override
  public void fault(String rule, Throwable thrown) {
    RuleState state = current.get().state(rule);
    if (state != null) {
      state.fault(thrown);
    }
  }
}
