// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.engine.Log;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says, for the classes named by {@code weft.debug}, why they were woven or not; with {@code
 * otel.javaagent.debug}, which classes were woven at all; with {@code weft.dump}, writes woven
 * classes into files. Thread-safe.
 */
public final class Explanation {
  private final Set<String> names = new HashSet<>();
  private final boolean all;
  private volatile String folder;

  /**
   * Creates it.
   *
   * @param classNames for which to say why
   * @param all whether to name all that are woven
   * @param folder where to write those that are woven, or nothing
   */
  public Explanation(Collection<String> classNames, boolean all, String folder) {
    this.all = all;
    this.folder = folder;
    for (String name : classNames) {
      names.add(name.replace('.', '/'));
    }
  }

  /** Returns whether somebody asked about a class; near to free when nobody asked for any. */
  boolean wanted(String internalName) {
    return !names.isEmpty() && names.contains(internalName);
  }

  /** Says something about a class, if somebody asked. */
  void say(String internalName, @Nullable ClassLoader loader, String what) {
    if (wanted(internalName)) {
      Log.line("debug: " + internalName.replace('/', '.') + " in " + named(loader) + ": " + what);
    }
  }

  /** Says that a class was woven, if somebody wants to know of all of them. */
  void woven(
      String internalName,
      @Nullable ClassLoader loader,
      String instrumentations,
      byte[] before,
      byte[] after) {
    String name = internalName.replace('/', '.');
    if (all) {
      Log.line("debug: woven by" + instrumentations + ": " + name + " in " + named(loader));
    }
    write(name + ".before.class", before);
    write(name + ".after.class", after);
  }

  private void write(String name, byte[] classFile) {
    String into = folder;
    if (into.isEmpty()) {
      return;
    }
    try (FileOutputStream out = new FileOutputStream(new File(into, name))) {
      out.write(classFile);
    } catch (IOException e) {
      folder = ""; // said once; what cannot be written now cannot be written later
      Log.line("weft.dump: nothing is written: " + e.getMessage());
    }
  }

  /** Returns a class loader by its class: its own description can be long, or fail. */
  static String named(@Nullable ClassLoader loader) {
    return loader == null
        ? "the boot loader"
        : loader.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(loader));
  }
}
