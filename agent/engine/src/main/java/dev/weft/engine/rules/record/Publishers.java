// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Project Reactor's results as the class loader of a woven class knows them. A {@code Mono} or
 * {@code Flux} is replaced by one that does the same and ends the call when it is done, fails or is
 * cancelled, the first time. One that nobody subscribes to ends none. Immutable.
 */
public final class Publishers {
  private static final String PACKAGE = "reactor.core.publisher.";

  private final @Nullable Hooks mono;
  private final @Nullable Hooks flux;

  /** Looks them up. */
  public Publishers(Class<?> woven) {
    mono = Hooks.of(woven, PACKAGE + "Mono", "doOnSuccess", Consumer.class);
    flux = Hooks.of(woven, PACKAGE + "Flux", "doOnComplete", Runnable.class);
  }

  /**
   * Takes the end of a call.
   *
   * @param entered what {@link RuleMethod#enter} has returned
   * @return what is to be returned instead, or null to leave it as it is
   */
  public @Nullable Object publish(
      @Nullable Object entered, @Nullable Object returned, @Nullable Throwable thrown) {
    RuleCall call = entered instanceof RuleCall ? (RuleCall) entered : null;
    Hooks hooks = mono != null && mono.fit(returned) ? mono : flux;
    if (call == null || thrown != null || hooks == null || !hooks.fit(returned)) {
      RuleMethod.exit(entered, returned, thrown);
      return null;
    }
    try {
      Object replaced = hooks.around(returned, new Subscription(call));
      RuleMethod.leave(call);
      return replaced;
    } catch (Throwable refused) {
      RuleMethod.exit(entered, returned, null);
      return null;
    }
  }

  /** How one kind of result tells that it is done. */
  private static final class Hooks {
    private final Class<?> type;
    private final MethodHandle done;
    private final MethodHandle failed;
    private final MethodHandle cancelled;

    private Hooks(Class<?> type, String done, Class<?> argument)
        throws ReflectiveOperationException {
      this.type = type;
      this.done = hook(type.getMethod(done, argument));
      this.failed = hook(type.getMethod("doOnError", Consumer.class));
      this.cancelled = hook(type.getMethod("doOnCancel", Runnable.class));
    }

    private static MethodHandle hook(Method method) throws IllegalAccessException {
      return MethodHandles.publicLookup().unreflect(method);
    }

    /** Returns null where the class is not there, or not as it is known. */
    static @Nullable Hooks of(Class<?> woven, String name, String done, Class<?> argument) {
      try {
        return new Hooks(Class.forName(name, false, woven.getClassLoader()), done, argument);
      } catch (ReflectiveOperationException | LinkageError none) {
        return null;
      }
    }

    boolean fit(@Nullable Object returned) {
      return type.isInstance(returned);
    }

    Object around(@Nullable Object returned, Subscription subscription) throws Throwable {
      Object watched = done.invoke(returned, subscription);
      watched = failed.invoke(watched, (Consumer<Throwable>) subscription::failed);
      return cancelled.invoke(watched, subscription);
    }
  }

  /** Ends the call once, whoever subscribes and however often. */
  private static final class Subscription implements Consumer<@Nullable Object>, Runnable {
    private final RuleCall call;
    private boolean ended;

    Subscription(RuleCall call) {
      this.call = call;
    }

    @Override
    public void accept(@Nullable Object result) {
      end(result, null);
    }

    @Override
    public void run() {
      end(null, null);
    }

    void failed(Throwable thrown) {
      end(null, thrown);
    }

    private void end(@Nullable Object result, @Nullable Throwable thrown) {
      if (first()) {
        RuleMethod.completed(call, result, thrown);
      }
    }

    private synchronized boolean first() {
      boolean first = !ended;
      ended = true;
      return first;
    }
  }
}
