// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The classes that a class loader sees, and one that it is loading. Lives as long as that takes.
 */
final class Library {
  private final ClassLoader loader;
  private final Map<String, @Nullable LibraryClass> known = new HashMap<>();

  Library(ClassLoader loader, String loading, byte[] classFile) {
    this.loader = loader;
    known.put(loading, LibraryClass.of(classFile));
  }

  /**
   * Returns a class by its internal name, or null where there is no class file that can be read.
   */
  @Nullable LibraryClass find(String type) {
    LibraryClass found = known.get(type);
    if (found == null && !known.containsKey(type)) {
      found = read(type);
      known.put(type, found);
    }
    return found;
  }

  private @Nullable LibraryClass read(String type) {
    try (InputStream in = ResourceLocator.open(loader, type)) {
      return in == null ? null : LibraryClass.of(Ancestry.Bytes.of(in));
    } catch (IOException | RuntimeException unreadable) {
      return null;
    }
  }
}
