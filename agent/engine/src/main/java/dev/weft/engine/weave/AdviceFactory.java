// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import static net.bytebuddy.matcher.ElementMatchers.isAnnotatedWith;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.constant.TextConstant;
import net.bytebuddy.implementation.bytecode.member.MethodInvocation;
import net.bytebuddy.utility.JavaConstant;

/**
 * Turns an advice class into calls through {@code invokedynamic} and {@link WeftBridge}: the advice
 * itself stays an ordinary class, in which breakpoints work, and nothing of it is copied into the
 * application's classes. Thread-safe.
 */
final class AdviceFactory {
  private final MethodDescription.InDefinedShape link;
  private final MethodDescription.InDefinedShape fault;

  AdviceFactory() throws ReflectiveOperationException {
    link =
        new MethodDescription.ForLoadedMethod(
            WeftBridge.class.getMethod(
                "link", MethodHandles.Lookup.class, String.class, MethodType.class, String.class));
    fault =
        new MethodDescription.ForLoadedMethod(
            WeftBridge.class.getMethod("fault", Throwable.class, String.class));
  }

  Advice create(String instrumentation, TypeDescription adviceType, ClassFileLocator locator) {
    String name = AdviceLinker.nameOf(instrumentation, adviceType.getName());
    boolean paired =
        !adviceType
            .getDeclaredMethods()
            .filter(isAnnotatedWith(Advice.OnMethodEnter.class))
            .isEmpty();
    String closing = paired ? AdviceLinker.closing(name) : name;
    return Advice.withCustomMapping()
        .with(new Advice.AssignReturned.Factory())
        .bootstrap(link, new Named(name, closing))
        .to(adviceType, locator)
        .withExceptionHandler(new ReportingHandler(fault, name));
  }

  /** Names the advice to the bootstrap method. */
  private static final class Named implements Advice.BootstrapArgumentResolver.Factory {
    private final List<JavaConstant> name;
    private final List<JavaConstant> closing;

    Named(String name, String closing) {
      this.name = constant(name);
      this.closing = constant(closing);
    }

    private static List<JavaConstant> constant(String text) {
      return Collections.<JavaConstant>singletonList(JavaConstant.Simple.ofLoaded(text));
    }

    @Override
    public Advice.BootstrapArgumentResolver resolve(
        MethodDescription.InDefinedShape adviceMethod, boolean exit) {
      return (instrumentedType, instrumentedMethod) -> exit ? closing : name;
    }
  }

  /** Hands what an advice has thrown to the bridge. */
  private static final class ReportingHandler implements Advice.ExceptionHandler {
    private final MethodDescription.InDefinedShape fault;
    private final String name;

    ReportingHandler(MethodDescription.InDefinedShape fault, String name) {
      this.fault = fault;
      this.name = name;
    }

    @Override
    public StackManipulation resolve(
        MethodDescription instrumentedMethod, TypeDescription instrumentedType) {
      return new StackManipulation.Compound(new TextConstant(name), MethodInvocation.invoke(fault));
    }
  }
}
