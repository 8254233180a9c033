// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.net.URL;
import java.security.CodeSource;
import java.util.jar.JarFile;

/**
 * Puts the three types that woven code links to into the boot loader. On Java 9 and later they are
 * defined there through a lookup into {@code java.lang}: appending to the boot search path instead
 * makes the JVM re-read every application class from its jar (class-data sharing is switched off
 * for all but boot classes). Java 8 has neither modules nor that lookup, so there the jar is
 * appended.
 */
final class Bridge {
  private static final String[] TYPES = {"WeftLinker", "WeftCarrier", "WeftBridge"};

  private Bridge() {}

  static void define(Instrumentation instrumentation, ClassLoader agent) throws Exception {
    if (present()) {
      return;
    }
    if (System.getProperty("java.specification.version", "").startsWith("1.")) {
      append(instrumentation, agent);
      return;
    }
    byte[][] classFiles = new byte[TYPES.length][];
    for (int i = 0; i < classFiles.length; i++) {
      classFiles[i] = classFile(agent, TYPES[i]);
    }
    BridgeDefiner.define(instrumentation, classFiles);
  }

  private static boolean present() {
    try {
      Class.forName("java.lang.WeftBridge", false, null);
      return true;
    } catch (ClassNotFoundException first) {
      return false;
    }
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
