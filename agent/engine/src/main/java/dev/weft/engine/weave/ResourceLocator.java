// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Finds class files as resources of a class loader. */
final class ResourceLocator {
  /** All of them leave {@code java.*} to the JDK; not all of them have its class files. */
  private static final ClassLoader JDK = jdk();

  private ResourceLocator() {}

  private static ClassLoader jdk() {
    ClassLoader agent = ResourceLocator.class.getClassLoader();
    return agent.getParent() == null ? agent : agent.getParent();
  }

  /** Returns the class file of a type in internal form, or null. */
  static @Nullable InputStream open(ClassLoader loader, String type) {
    return (type.startsWith("java/") ? JDK : loader).getResourceAsStream(type + ".class");
  }
}
