// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps classes that are nested in woven ones out of the AOT cache that Java 25 is being trained
 * for. The JVM leaves out woven classes, but not the lambdas of what is nested in them; with those
 * it takes the woven class in again as it lies in its jar, or leaves a hole where it was, and
 * crashes at each start with that cache. Java 26 leaves out such lambdas itself ("nest host class
 * is excluded"), and earlier versions train with no agent.
 *
 * <p>A class is left out if a transformer returned it, be it as it was. Thread-safe.
 */
final class CacheTraining implements ClassFileTransformer {
  /** What woven classes refer to. */
  private static final byte[] BRIDGE = "java/lang/Weft".getBytes(StandardCharsets.US_ASCII);

  private final Set<String> woven = ConcurrentHashMap.newKeySet();

  /**
   * Begins if this may be a training; to be called when the transformer that weaves is registered,
   * whose result is looked at.
   */
  static void watch(Instrumentation instrumentation) {
    String version = System.getProperty("java.specification.version", "");
    if (possible(version, System.getProperty("java.vm.info", ""))) {
      instrumentation.addTransformer(new CacheTraining(), true);
    }
  }

  /**
   * Returns whether a JVM may be in training: one that writes a cache reads none. The text is what
   * the last line of {@code java -version} says: {@code mixed mode, sharing}.
   */
  static boolean possible(String version, String mode) {
    return version.equals("25") && !mode.contains("sharing");
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (name == null || redefined != null) {
      return null;
    }
    if (contains(classFile, BRIDGE)) {
      woven.add(name);
      return null;
    }
    return nestedInWoven(name) ? classFile.clone() : null;
  }

  private boolean nestedInWoven(String name) {
    for (int end = name.indexOf('$'); end > 0; end = name.indexOf('$', end + 1)) {
      if (woven.contains(name.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(byte[] text, byte[] part) {
    for (int i = 0; i <= text.length - part.length; i++) {
      int n = 0;
      while (n < part.length && text[i + n] == part[n]) {
        n++;
      }
      if (n == part.length) {
        return true;
      }
    }
    return false;
  }
}
