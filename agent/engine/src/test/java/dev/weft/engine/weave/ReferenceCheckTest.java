// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.engine.index.ReferenceCompiler;
import dev.weft.engine.weave.sample.ResourceInstrumentation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceCheckTest {
  private static final Index.Entry ENTRY =
      new Index.Entry("lib", "w.Lib", new String[0], new Index.Root[0], false);

  private static final byte[] NOTHING = emptyClass();

  private static byte[] emptyClass() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "a/Loading", null, "java/lang/Object", null);
    return writer.toByteArray();
  }

  private static ReferenceCheck.Answer answer(ReferenceCheck check, ClassLoader application)
      throws IOException {
    return check.answer(ENTRY, application, "a/Loading", NOTHING);
  }

  private String problem(String[]... groups) throws IOException {
    ReferenceCheck check = new ReferenceCheck(references(() -> input(written(groups))));
    return answer(check, new TargetLoader()).problem;
  }

  private interface References {
    DataInputStream open() throws IOException;
  }

  private static InstrumentationFiles references(References references) {
    return new InstrumentationFiles() {
      @Override
      public DataInputStream rules(String instrumentation) {
        throw new AssertionError("nobody weaves here");
      }

      @Override
      public DataInputStream references(String instrumentation) throws IOException {
        return references.open();
      }
    };
  }

  private static DataInputStream input(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  /** Writes groups of {@code owner name descriptor} or {@code owner}. */
  private static byte[] written(String[]... groups) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(groups.length);
    for (String[] group : groups) {
      out.writeShort(group.length);
      for (String reference : group) {
        String[] parts = (reference + "  ").split(" ", -1);
        for (int i = 0; i < 3; i++) {
          out.writeUTF(parts[i]);
        }
      }
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "java/util/ArrayList, ",
    "java/util/ArrayList size ()I, ",
    "java/util/ArrayList containsAll (Ljava/util/Collection;)Z, ",
    "java/util/ArrayList stream ()Ljava/util/stream/Stream;, ",
    "java/util/List hashCode ()I, ",
    "java/util/List getClass ()Ljava/lang/Class;, ",
    "java/util/ArrayList modCount I, ",
    "java/util/ArrayList size ()J, java.util.ArrayList.size()J",
    "java/util/ArrayList length ()I, java.util.ArrayList.length()I",
    "java/util/ArrayList modCount J, java.util.ArrayList.modCountJ"
  })
  void answer_ofAMember(String reference, String expected) throws IOException {
    assertThat(problem(new String[] {reference})).isEqualTo(expected);
  }

  @Test
  void answer_ofAnAbsentApi_isFine_butNotOfHalfAnApi() throws IOException {
    String[] absent = {"lib/Gone", "lib/Gone call ()V"};
    String[] half = {"java/util/List", "lib/Gone call ()V"};

    assertThat(problem(absent)).isNull();
    assertThat(problem(half)).isEqualTo("lib.Gone.call()V");
    assertThat(problem(absent, half)).isEqualTo("lib.Gone.call()V");
    assertThat(problem()).isNull();
  }

  @Test
  void answer_again_isRemembered_perLoader() throws IOException {
    AtomicInteger opened = new AtomicInteger();
    byte[] references = written(new String[] {"java/util/List", "lib/Gone"});
    ReferenceCheck check =
        new ReferenceCheck(
            references(
                () -> {
                  opened.incrementAndGet();
                  return input(references);
                }));
    TargetLoader application = new TargetLoader();

    ReferenceCheck.Answer first = answer(check, application);
    ReferenceCheck.Answer again = answer(check, application);
    ReferenceCheck.Answer other = answer(check, new TargetLoader());

    assertThat(List.of(first.fresh, again.fresh, other.fresh)).containsExactly(true, false, true);
    assertThat(again.problem).isEqualTo(first.problem).isEqualTo("lib.Gone");
    assertThat(opened).hasValue(2);
  }

  @Test
  void answer_withoutReferences_isFine() throws IOException {
    ReferenceCheck check = new ReferenceCheck(references(() -> null));

    assertThat(answer(check, new TargetLoader()).problem).isNull();
  }

  @Test
  void compiler_findsWhatTheAdviceNeedsOfItsLibrary() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ReferenceCompiler.write(new ResourceInstrumentation(), new DataOutputStream(bytes));

    assertThat(read(bytes.toByteArray()))
        .containsExactlyInAnyOrder(
            "io/opentelemetry/sdk/resources/Resource  ",
            "io/opentelemetry/sdk/resources/Resource getAttributes"
                + " ()Lio/opentelemetry/api/common/Attributes;",
            "io/opentelemetry/api/common/Attributes size ()I");
    ReferenceCheck check = new ReferenceCheck(references(() -> input(bytes.toByteArray())));
    assertThat(answer(check, new TargetLoader()).problem).isNull();
  }

  private static List<String> read(byte[] references) throws IOException {
    DataInputStream in = input(references);
    List<String> read = new ArrayList<>();
    assertThat(in.readUnsignedShort()).as("groups").isEqualTo(1);
    for (int count = in.readUnsignedShort(); count > 0; count--) {
      read.add(in.readUTF() + " " + in.readUTF() + " " + in.readUTF());
    }
    assertThat(in.read()).isNegative();
    return read;
  }
}
