// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassHeaderTest {
  private static final int INTERFACE = 0x0601;

  @Test
  void read_ofAClass() throws IOException {
    ClassHeader header = ClassHeader.read(classFile(java.util.ArrayList.class));

    assertThat(header.superTypes())
        .containsExactly(
            "java/util/List",
            "java/util/RandomAccess",
            "java/lang/Cloneable",
            "java/io/Serializable",
            "java/util/AbstractList");
    assertThat(header.isInterface()).isFalse();
    assertThat(header.version()).isGreaterThanOrEqualTo(52);
  }

  @Test
  void read_ofAnInterface_andOfTheRoot() throws IOException {
    ClassHeader list = ClassHeader.read(classFile(java.util.List.class));
    ClassHeader object = ClassHeader.read(classFile(Object.class));

    assertThat(list.isInterface()).isTrue();
    assertThat(list.superTypes()).endsWith("java/lang/Object");
    assertThat(object.superTypes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3, 4", "4, 4", "5, 8", "6, 8", "8, 2", "9, 4", "10, 4", "11, 4", "12, 4", "15, 3", "16, 2",
    "17, 4", "18, 4", "19, 2", "20, 2"
  })
  void read_stepsOverEachConstant(int tag, int size) throws IOException {
    ClassHeader header = ClassHeader.read(classFile(tag, size));

    assertThat(header.version()).isEqualTo(55);
    assertThat(header.isInterface()).isTrue();
    assertThat(header.superTypes()).containsExactly("a/I", "a/S");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 13, 14, 21, 255})
  void read_ofAnUnknownConstant_givesUp(int tag) throws IOException {
    assertThat(ClassHeader.read(classFile(tag, 4))).isNull();
  }

  @Test
  void read_ofATruncatedFile_givesUp() throws IOException {
    byte[] whole = classFile(5, 8);

    for (int length = 0; length < whole.length; length++) {
      assertThat(ClassHeader.read(Arrays.copyOf(whole, length))).as("of %s bytes", length).isNull();
    }
  }

  @Test
  void read_ofIndexesThatLeadNowhere_givesUp() throws IOException {
    byte[] whole = classFile(8, 2);
    byte[] superClass = whole.clone();
    superClass[whole.length - 5] = 99;
    byte[] notAClass = whole.clone();
    notAClass[whole.length - 1] = 2;

    assertThat(ClassHeader.read(whole)).isNotNull();
    assertThat(ClassHeader.read(superClass)).isNull();
    assertThat(ClassHeader.read(notAClass)).isNull();
    assertThat(ClassHeader.read("not a class file".getBytes())).isNull();
  }

  /** An interface that has one constant of some tag before all others. */
  private static byte[] classFile(int tag, int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    int first = size == 8 ? 3 : 2;
    out.writeInt(0xCAFEBABE);
    out.writeShort(0);
    out.writeShort(55);
    out.writeShort(first + 4);
    out.writeByte(tag);
    out.write(new byte[size]);
    for (int i = 0; i < 2; i++) {
      out.writeByte(1);
      out.writeUTF(i == 0 ? "a/S" : "a/I");
      out.writeByte(7);
      out.writeShort(first + 2 * i);
    }
    out.writeShort(INTERFACE);
    out.writeShort(first + 1);
    out.writeShort(first + 1);
    out.writeShort(1);
    out.writeShort(first + 3);
    return bytes.toByteArray();
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream in = ClassLoader.getSystemResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
