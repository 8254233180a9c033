// SPDX-License-Identifier: Apache-2.0
package dev.weft.testkit;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one agent of this JVM. Its classes are reached by reflection: under the shipped jar they live
 * in a class loader of their own.
 */
final class AgentUnderTest {
  private static @Nullable AgentUnderTest instance;

  private final OtlpReceiver receiver;
  private final AgentOutput output;
  private final Class<?> tracing;
  private final Object scope;

  private AgentUnderTest(OtlpReceiver receiver, AgentOutput output, ClassLoader agent)
      throws ReflectiveOperationException {
    this.receiver = receiver;
    this.output = output;
    this.tracing = Class.forName("dev.weft.api.trace.Tracing", true, agent);
    Class<?> scopes = Class.forName("dev.weft.api.Scope", true, agent);
    this.scope = scopes.getMethod("of", String.class).invoke(null, "dev.weft.testkit");
  }

  static synchronized AgentUnderTest get() {
    if (instance == null) {
      instance = start();
    }
    return instance;
  }

  private static AgentUnderTest start() {
    try {
      AgentOutput output = AgentOutput.capture();
      Integer port = Integer.getInteger("testkit.port");
      if (port != null) {
        return new AgentUnderTest(OtlpReceiver.start(port, 0), output, attachedAgent());
      }
      OtlpReceiver receiver = OtlpReceiver.start();
      InProcessAgent.start(receiver.httpEndpoint());
      return new AgentUnderTest(receiver, output, AgentUnderTest.class.getClassLoader());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no agent to be tested", e);
    }
  }

  private static ClassLoader attachedAgent() throws ReflectiveOperationException {
    Class<?> premain =
        Class.forName("dev.weft.bootstrap.AgentPremain", true, ClassLoader.getSystemClassLoader());
    Field agent = premain.getDeclaredField("agent");
    agent.setAccessible(true);
    ClassLoader loader = (ClassLoader) agent.get(null);
    if (loader == null) {
      throw new IllegalStateException(
          "testkit.port is set, but this JVM was not started with -javaagent");
    }
    // nothing may have been woven yet, and so nothing installed; the testkit's own spans need it
    Class<?> weaving = Class.forName("dev.weft.engine.Agent", true, loader);
    weaving.getMethod("connect").invoke(null);
    return loader;
  }

  /** Whether only the instrumentation on the class path is at work, and not all that exist. */
  boolean isInProcess() {
    return tracing.getClassLoader() == AgentUnderTest.class.getClassLoader();
  }

  OtlpReceiver receiver() {
    return receiver;
  }

  AgentOutput output() {
    return output;
  }

  Object startSpan(String name) {
    return call(method(tracing, "startInternal"), null, scope, name);
  }

  @Nullable Object current() {
    return call(method(tracing, "current"), null);
  }

  @Nullable Object makeCurrent(@Nullable Object span) {
    return call(method(tracing, "makeCurrent"), null, new Object[] {span});
  }

  void end(Object span) {
    call(method(span.getClass(), "end"), span);
  }

  /** Has a span take what is observed below it: how often, by the name of the signal. */
  void enclose(Object span, Map<String, Long> observed) throws ReflectiveOperationException {
    ClassLoader agent = tracing.getClassLoader();
    Class<?> enclosing = Class.forName("dev.weft.api.trace.Enclosing", true, agent);
    Object taking =
        Proxy.newProxyInstance(
            agent,
            new Class<?>[] {enclosing},
            (proxy, method, values) -> {
              if (method.getName().equals("observed")) {
                observed.merge((String) values[0], (Long) values[1], Long::sum);
              }
              return null;
            });
    span.getClass().getMethod("enclosing", enclosing).invoke(span, taking);
  }

  private static Method method(Class<?> type, String name) {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name)) {
        return method;
      }
    }
    throw new IllegalStateException(type + " has no method " + name);
  }

  private static Object call(Method method, @Nullable Object target, @Nullable Object... values) {
    try {
      return method.invoke(target, values);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
