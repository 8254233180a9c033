// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;

/**
 * Weaves a class in rounds, one advice for each method in each. The last advice of a method lies
 * next to its own code, the first outermost. For one class.
 */
final class Rounds {
  private final Ancestry ancestry;
  private final ClassLoader visible;
  private final String internalName;
  private final byte[] classFile;
  private final boolean old;
  private ClassReader reader;

  /**
   * Creates them.
   *
   * @param visible sees the super types
   * @param version of the class file
   */
  Rounds(
      Ancestry ancestry, ClassLoader visible, String internalName, byte[] classFile, int version) {
    this.ancestry = ancestry;
    this.visible = visible;
    this.internalName = internalName;
    this.classFile = classFile;
    this.old = version < OldClassFile.INVOKEDYNAMIC;
    this.reader = ClassFiles.reader(classFile);
  }

  /** Returns the methods that are woven. */
  Map<String, Survey.Found> survey(Survey.Wanted wanted) {
    return Survey.of(reader, wanted);
  }

  /**
   * Returns the woven class.
   *
   * @param first what the first survey has found
   * @param carrying whether instances get a field that carries a value
   */
  byte[] weave(Map<String, Survey.Found> first, Survey.Wanted wanted, boolean carrying) {
    int rounds = 1;
    for (Survey.Found method : first.values()) {
      rounds = Math.max(rounds, method.advice.size());
    }
    byte[] made = classFile;
    Map<String, Survey.Found> found = first;
    for (int round = rounds - 1; round >= 0; round--) {
      made = round(found, round, carrying && round == 0);
      if (round > 0) {
        reader = ClassFiles.reader(made);
        found = survey(wanted);
      }
    }
    return made;
  }

  private byte[] round(Map<String, Survey.Found> found, int round, boolean carrying) {
    ClassWriter writer =
        old ? OldClassFile.writer(reader, ancestry, visible) : new ClassWriter(reader, 0);
    ClassVisitor next = old ? OldClassFile.before(writer) : writer;
    next = carrying ? new CarrierVisitor(next, internalName) : next;
    next = new WovenClass(next, found, internalName, round);
    reader.accept(next, old ? ClassReader.SKIP_FRAMES : ClassReader.EXPAND_FRAMES);
    return ClassFiles.sameVersion(writer.toByteArray(), classFile);
  }
}
