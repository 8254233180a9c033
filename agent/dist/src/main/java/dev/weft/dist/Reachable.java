// SPDX-License-Identifier: Apache-2.0
package dev.weft.dist;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/**
 * Finds the classes that something in the jar can ask for. Ours are where it begins; from there on
 * every mention counts: in code, signatures and annotations, as a text that is the name of a class,
 * and as the provider of a service that is reached. What nothing mentions cannot be loaded.
 */
final class Reachable {
  private static final String CLASS = ".class";
  static final String SHADED = "dev/weft/shaded/";
  static final String SERVICES = "META-INF/services/";

  /** Annotations of advice, which are read when the index is made, and by nothing else. */
  private static final String ADVICE = SHADED + "net/bytebuddy/asm/Advice";

  private final Map<String, byte[]> files;
  private final Set<String> reached = new HashSet<>();
  private final Deque<String> open = new ArrayDeque<>();

  private Reachable(Map<String, byte[]> files) {
    this.files = files;
  }

  /** Returns the names of those class and service files that can be asked for. */
  static Set<String> in(Map<String, byte[]> files) {
    Reachable reachable = new Reachable(files);
    for (String file : files.keySet()) {
      if (file.endsWith(CLASS) && !file.startsWith(SHADED)) {
        reachable.reach(file);
      }
    }
    reachable.follow();
    return reachable.reached;
  }

  private void follow() {
    while (!open.isEmpty()) {
      String file = open.remove();
      if (file.startsWith(SERVICES)) {
        for (String line : new String(files.get(file), StandardCharsets.UTF_8).split("\n")) {
          mention(line.trim());
        }
        continue;
      }
      String name = file.substring(0, file.length() - CLASS.length());
      reach(SERVICES + name.replace('/', '.'));
      new ClassReader(files.get(file)).accept(new Mentions(), ClassReader.SKIP_DEBUG);
    }
  }

  private void mention(String name) {
    reach(name.replace('.', '/') + CLASS);
  }

  private void reach(String file) {
    if (!file.startsWith(ADVICE) && files.containsKey(file) && reached.add(file)) {
      open.add(file);
    }
  }

  private final class Mentions extends ClassRemapper {
    Mentions() {
      super(
          Opcodes.ASM9,
          new ClassWriter(0),
          new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String name) {
              mention(name);
              return name;
            }

            @Override
            public Object mapValue(Object value) {
              if (value instanceof String text) {
                mention(text);
              }
              return super.mapValue(value);
            }
          });
    }

    /** A class file lists all its member classes, used or not. */
    @Override
    public void visitInnerClass(String name, String outer, String inner, int access) {}

    @Override
    public void visitOuterClass(String owner, String name, String descriptor) {}

    @Override
    public void visitNestMember(String member) {}
  }
}
