// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.net.URL;
import java.security.CodeSource;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;

/**
 * Puts the three types that woven code links to into the boot loader. On Java 9 and later they are
 * defined there through a lookup into {@code java.lang}: appending to the boot search path instead
 * makes the JVM re-read every application class from its jar (class-data sharing is switched off
 * for all but boot classes). Java 8 has neither modules nor that lookup, so there the jar is
 * appended.
 *
 * <p>What is called on Java 9 is called by reflection: this is Java 8 bytecode.
 */
final class Bridge {
  private static final String[] TYPES = {"WeftLinker", "WeftCarrier", "WeftBridge"};

  private Bridge() {}

  static void define(Instrumentation instrumentation, ClassLoader agent) throws Exception {
    if (present()) {
      return;
    }
    Method module;
    try {
      module = Class.class.getMethod("getModule");
    } catch (NoSuchMethodException java8) {
      append(instrumentation, agent);
      return;
    }
    open(instrumentation, module);
    MethodHandles.Lookup lookup =
        (MethodHandles.Lookup)
            MethodHandles.class
                .getMethod("privateLookupIn", Class.class, MethodHandles.Lookup.class)
                .invoke(null, Object.class, MethodHandles.lookup());
    Method defineClass = MethodHandles.Lookup.class.getMethod("defineClass", byte[].class);
    for (String type : TYPES) {
      defineClass.invoke(lookup, (Object) classFile(agent, type));
    }
  }

  private static boolean present() {
    try {
      Class.forName("java.lang.WeftBridge", false, null);
      return true;
    } catch (ClassNotFoundException first) {
      return false;
    }
  }

  /** Opens {@code java.lang} to the agent's module alone, as {@code --add-opens} would. */
  private static void open(Instrumentation instrumentation, Method module)
      throws ReflectiveOperationException {
    Object base = module.invoke(Object.class);
    Object ours = module.invoke(Bridge.class);
    Class<?> type = module.getReturnType();
    Method redefine =
        Instrumentation.class.getMethod(
            "redefineModule", type, Set.class, Map.class, Map.class, Set.class, Map.class);
    redefine.invoke(
        instrumentation,
        base,
        Collections.emptySet(),
        Collections.emptyMap(),
        Collections.singletonMap("java.lang", Collections.singleton(ours)),
        Collections.emptySet(),
        Collections.emptyMap());
  }

  private static byte[] classFile(ClassLoader agent, String type) throws IOException {
    try (InputStream in = agent.getResourceAsStream("java/lang/" + type + ".class")) {
      if (in == null) {
        throw new IOException("java.lang." + type + " is not in the agent's jar");
      }
      return Ancestry.Bytes.of(in);
    }
  }

  /** The class of the agent's loader lies in the jar; a system class loader may hide its files. */
  private static void append(Instrumentation instrumentation, ClassLoader agent)
      throws IOException {
    CodeSource source = agent.getClass().getProtectionDomain().getCodeSource();
    URL jar = source == null ? null : source.getLocation();
    if (jar == null || !jar.getProtocol().equals("file")) {
      throw new IOException("the agent's jar was not found: " + jar);
    }
    File file = new File(java.net.URI.create(jar.toString()));
    instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(file, false));
  }
}
