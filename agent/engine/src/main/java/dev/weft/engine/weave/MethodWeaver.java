// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/** Weaves telemetry rules into methods that somebody else has chosen. Thread-safe. */
public final class MethodWeaver {
  private final Ancestry ancestry = new Ancestry();
  private final Explanation explanation;

  /** Creates it. */
  public MethodWeaver(Explanation explanation) {
    this.explanation = explanation;
  }

  /**
   * Returns the internal names of all types that a class descends from, as far as their class files
   * can be read; null where the bytes are no class file.
   */
  public @Nullable Set<String> ancestors(ClassLoader loader, byte[] classFile) {
    ClassHeader header = ClassHeader.read(classFile);
    return header == null ? null : ancestry.all(loader, header.superTypes());
  }

  /** Returns what reads a class file, also one of a later version than is known. */
  public static ClassReader reader(byte[] classFile) {
    return ClassFiles.reader(classFile);
  }

  /** Returns whether a rule can be woven into a method. */
  public static boolean possible(int access, String name, String descriptor) {
    return RuleAdvice.possible(access, name, descriptor);
  }

  /**
   * Returns the woven class, or null where nothing is woven.
   *
   * @param methods the rules of each method, the outermost first, by name and descriptor
   * @param key is put before name and descriptor for {@link RuleLinks}
   */
  public byte @Nullable [] weave(
      ClassLoader loader,
      String internalName,
      byte[] classFile,
      Map<String, List<String>> methods,
      String key) {
    ClassHeader header = ClassHeader.read(classFile);
    if (header == null) {
      return null;
    }
    Survey.Wanted wanted =
        (access, name, descriptor, exceptions) -> {
          List<Survey.Advice> advice = new ArrayList<>(1);
          String method = name + descriptor;
          List<String> rules = methods.get(method);
          for (int i = 0; rules != null && i < rules.size(); i++) {
            advice.add(RuleAdvice.of(rules.get(i), key + method, descriptor));
          }
          return advice;
        };
    Rounds rounds = new Rounds(ancestry, loader, internalName, classFile, header.version());
    Map<String, Survey.Found> found = rounds.survey(wanted);
    byte[] made = rounds.weave(found, wanted, false);
    explanation.woven(internalName, loader, " telemetry rules", classFile, made);
    return made;
  }
}
