// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

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
    List<JavaConstant> argument =
        Collections.<JavaConstant>singletonList(JavaConstant.Simple.ofLoaded(name));
    return Advice.withCustomMapping()
        .with(new Advice.AssignReturned.Factory())
        .bootstrap(link, new Named(argument))
        .to(adviceType, locator)
        .withExceptionHandler(new ReportingHandler(fault, name));
  }

  /** Names the advice to the bootstrap method. */
  private static final class Named
      implements Advice.BootstrapArgumentResolver, Advice.BootstrapArgumentResolver.Factory {
    private final List<JavaConstant> argument;

    Named(List<JavaConstant> argument) {
      this.argument = argument;
    }

    @Override
    public Advice.BootstrapArgumentResolver resolve(
        MethodDescription.InDefinedShape adviceMethod, boolean exit) {
      return this;
    }

    @Override
    public List<JavaConstant> resolve(
        TypeDescription instrumentedType, MethodDescription instrumentedMethod) {
      return argument;
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
