// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.io.IOException;
import java.io.InputStream;
import net.bytebuddy.dynamic.ClassFileLocator;

/** Finds class files as resources of a class loader. Lives no longer than one class is woven. */
final class ResourceLocator implements ClassFileLocator {
  private final ClassLoader loader;

  ResourceLocator(ClassLoader loader) {
    this.loader = loader;
  }

  @Override
  public Resolution locate(String name) throws IOException {
    try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
      return in == null
          ? new Resolution.Illegal(name)
          : new Resolution.Explicit(Ancestry.Bytes.of(in));
    }
  }

  @Override
  public void close() {}
}
