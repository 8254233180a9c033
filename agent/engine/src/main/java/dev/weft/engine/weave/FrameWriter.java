// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;

/**
 * Computes stack map frames; asks class files, not loaded classes, what two types have in common.
 */
final class FrameWriter extends ClassWriter {
  private final Ancestry ancestry;
  private final ClassLoader visible;

  FrameWriter(ClassReader reader, Ancestry ancestry, ClassLoader visible) {
    super(reader, COMPUTE_FRAMES);
    this.ancestry = ancestry;
    this.visible = visible;
  }

  @Override
  protected String getCommonSuperClass(String one, String other) {
    return ancestry.common(visible, one, other);
  }
}
