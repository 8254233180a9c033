// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.index;

import dev.weft.api.LibraryInstrumentation;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;

/**
 * Writes down what each advice of an instrumentation, and what it calls in its own package, needs
 * of the library.
 */
public final class ReferenceCompiler {
  private final ClassLoader classes;
  private final String ownPackage;

  private ReferenceCompiler(ClassLoader classes, String ownPackage) {
    this.classes = classes;
    this.ownPackage = ownPackage;
  }

  /** Writes the references of an instrumentation, one group an advice class. */
  public static void write(LibraryInstrumentation instrumentation, DataOutputStream out)
      throws IOException {
    Class<?> type = instrumentation.getClass();
    String name = type.getName().replace('.', '/');
    String ownPackage = name.substring(0, name.lastIndexOf('/') + 1);
    new ReferenceCompiler(type.getClassLoader(), ownPackage).writeGroups(instrumentation, out);
  }

  private void writeGroups(LibraryInstrumentation instrumentation, DataOutputStream out)
      throws IOException {
    Set<String> advice = new LinkedHashSet<>();
    for (Rules.Rule rule : Rules.of(instrumentation)) {
      for (String adviceClass : rule.adviceClasses()) {
        advice.add(adviceClass.replace('.', '/'));
      }
    }
    out.writeShort(advice.size());
    for (String adviceClass : advice) {
      Map<String, Set<String>> needed = closure(adviceClass);
      int count = 0;
      for (Set<String> members : needed.values()) {
        count += members.size();
      }
      out.writeShort(count);
      for (Map.Entry<String, Set<String>> owner : needed.entrySet()) {
        for (String member : owner.getValue()) {
          int space = member.indexOf(' ');
          out.writeUTF(owner.getKey());
          out.writeUTF(space < 0 ? "" : member.substring(0, space));
          out.writeUTF(space < 0 ? "" : member.substring(space + 1));
        }
      }
    }
  }

  /**
   * Returns, per library class, its needed members as {@code name descriptor}, or an empty text.
   */
  private Map<String, Set<String>> closure(String adviceClass) throws IOException {
    Map<String, Set<String>> needed = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    ArrayDeque<String> open = new ArrayDeque<>();
    open.add(adviceClass);
    seen.add(adviceClass);
    String type;
    while ((type = open.poll()) != null) {
      References found = read(type);
      if (found.optional()) {
        continue;
      }
      for (Map.Entry<String, Set<String>> reference : found.byOwner().entrySet()) {
        String owner = reference.getKey();
        if (owner.startsWith(ownPackage)) {
          if (seen.add(owner)) {
            open.add(owner);
          }
        } else if (ofLibrary(owner)) {
          needed.computeIfAbsent(owner, none -> new TreeSet<>()).addAll(reference.getValue());
        }
      }
    }
    return needed;
  }

  private References read(String type) throws IOException {
    References references = new References();
    try (InputStream in = classes.getResourceAsStream(type + ".class")) {
      if (in == null) {
        throw new IOException(
            "no class file of " + type + ": is the advice named as it is written?");
      }
      new ClassReader(in).accept(references, ClassReader.SKIP_FRAMES);
    }
    return references;
  }

  private static boolean ofLibrary(String owner) {
    return !owner.startsWith("java/")
        && !owner.startsWith("jdk/")
        && !owner.startsWith("com/sun/")
        && !owner.startsWith("dev/weft/")
        && !owner.startsWith("net/bytebuddy/")
        && !owner.startsWith("org/jspecify/");
  }
}
