// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.io.IOException;
import java.io.InputStream;
import net.bytebuddy.dynamic.ClassFileLocator;
import org.jspecify.annotations.Nullable;

/** Finds class files as resources of a class loader. Lives no longer than one class is woven. */
final class ResourceLocator implements ClassFileLocator {
  /** All of them leave {@code java.*} to the JDK; not all of them have its class files. */
  private static final ClassLoader JDK = jdk();

  private final ClassLoader loader;

  ResourceLocator(ClassLoader loader) {
    this.loader = loader;
  }

  private static ClassLoader jdk() {
    ClassLoader agent = ResourceLocator.class.getClassLoader();
    return agent.getParent() == null ? agent : agent.getParent();
  }

  /** Returns the class file of a type in internal form, or null. */
  static @Nullable InputStream open(ClassLoader loader, String type) {
    return (type.startsWith("java/") ? JDK : loader).getResourceAsStream(type + ".class");
  }

  @Override
  public Resolution locate(String name) throws IOException {
    try (InputStream in = open(loader, name.replace('.', '/'))) {
      return in == null
          ? new Resolution.Illegal(name)
          : new Resolution.Explicit(Ancestry.Bytes.of(in));
    }
  }

  @Override
  public void close() {}
}
