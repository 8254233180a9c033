// SPDX-License-Identifier: Apache-2.0
package example;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Classes that are made while the application runs. */
final class SmallClasses extends ClassLoader {
  private static final int JAVA_8 = 52;

  private SmallClasses() {
    super(SmallClasses.class.getClassLoader());
  }

  /** Defines so many classes whose names end like this; they live as long as the loader. */
  static ClassLoader define(String ending, int count) {
    SmallClasses loader = new SmallClasses();
    for (int i = 0; i < count; i++) {
      byte[] bytes = bytes("made/Class" + i + ending);
      loader.defineClass(null, bytes, 0, bytes.length);
    }
    return loader;
  }

  private static byte[] bytes(String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(0xCAFEBABE);
      out.writeInt(JAVA_8);
      out.writeShort(5);
      nameOf(out, name, 2);
      nameOf(out, "java/lang/Object", 4);
      out.writeShort(0x21); // public, and calls super as all do
      out.writeShort(1);
      out.writeShort(3);
      for (int i = 0; i < 4; i++) {
        out.writeShort(0); // interfaces, fields, methods, attributes
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void nameOf(DataOutputStream out, String name, int place) throws IOException {
    out.writeByte(7);
    out.writeShort(place);
    out.writeByte(1);
    out.writeUTF(name);
  }
}
