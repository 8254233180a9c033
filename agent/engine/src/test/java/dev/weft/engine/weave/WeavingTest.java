// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Attached;
import dev.weft.engine.CapturedErr;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.function.Supplier;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.matcher.ElementMatchers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeavingTest {
  private static final String TARGETS = "dev.weft.engine.weave.target.";

  private static Instrumentation instrumentation;

  @BeforeAll
  static void weave() throws Exception {
    instrumentation = Woven.start();
  }

  private static byte[] greeter(String name, ClassFileVersion version, Class<?>... more) {
    return new ByteBuddy(version)
        .subclass(Object.class)
        .implement(Supplier.class)
        .implement(more)
        .name(TARGETS + name)
        .method(ElementMatchers.named("get"))
        .intercept(FixedValue.value("hello"))
        .make()
        .getBytes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Greeter", "StoredGreeter"})
  void advice_ofANamedClass_isCalled(String name) throws Exception {
    assertThat(new TargetLoader().make(name).get()).isEqualTo("hello, woven");
  }

  @Test
  void advice_ofADescendant_isCalled() throws Exception {
    byte[] classFile = greeter("sub.Any", ClassFileVersion.JAVA_V8);

    Supplier<String> made = new TargetLoader().with("sub.Any", classFile).make("sub.Any");

    assertThat(made.get()).isEqualTo("hello, woven");
  }

  @Test
  void advice_thatFails_changesNothing_andIsSwitchedOff() throws Exception {
    Supplier<String> victim = new TargetLoader().make("Victim");
    try (CapturedErr err = new CapturedErr()) {
      for (int i = 0; i < InstrumentationState.TOLERATED_FAULTS + 5; i++) {
        assertThat(victim.get()).isEqualTo("hello");
      }

      assertThat(err.lines())
          .containsExactly(
              "sample-faulty: a fault in dev.weft.engine.weave.sample.FaultyAdvice was swallowed:"
                  + " java.lang.IllegalStateException: fault in Victim",
              "sample-faulty: switched off after 10 faults");
    }
    assertThat(new TargetLoader().make("Victim").get()).isEqualTo("hello");
  }

  @Test
  void callThatWasLinkedWithoutStack_isLinkedLater() throws Exception {
    TargetLoader loader = new TargetLoader();
    Supplier<String> greeter = loader.make("Greeter");
    loader.next = new StackOverflowError();
    try (CapturedErr err = new CapturedErr()) {
      assertThat(greeter.get()).isEqualTo("hello");
      assertThat(loader.next).isNull();
      assertThat(greeter.get()).isEqualTo("hello, woven");
      assertThat(err.lines()).isEmpty();
    }
  }

  @Test
  void callThatWasLinkedWithoutMemory_isLeftOut_andSaid() throws Exception {
    TargetLoader loader = new TargetLoader();
    Supplier<String> greeter = loader.make("Greeter");
    loader.next = new OutOfMemoryError("Metaspace");
    try (CapturedErr err = new CapturedErr()) {
      assertThat(greeter.get()).isEqualTo("hello");
      assertThat(loader.next).isNull();
      assertThat(greeter.get()).isEqualTo("hello");
      assertThat(err.lines())
          .containsExactly(
              "sample: a fault in linking dev.weft.engine.weave.sample.GreetingAdvice.exit was"
                  + " swallowed: java.lang.OutOfMemoryError: Metaspace");
    }
  }

  @Test
  void oldClassFile_isRaisedAndWoven() throws Exception {
    byte[] classFile = greeter("OldGreeter", ClassFileVersion.JAVA_V5);

    Supplier<String> made = new TargetLoader().with("OldGreeter", classFile).make("OldGreeter");

    assertThat(made.get()).isEqualTo("hello, woven");
  }

  @Test
  void oldClassFile_withSubroutines_isLeftAsItIs() throws Exception {
    TargetLoader loader = new TargetLoader().with("AncientGreeter", ancient());
    try (CapturedErr err = new CapturedErr()) {
      assertThat(loader.make("AncientGreeter").get()).isEqualTo("hello");

      assertThat(err.lines())
          .containsExactly(
              "not woven: "
                  + TARGETS
                  + "AncientGreeter: it has subroutines, of a compiler before Java 6");
    }
  }

  private static byte[] ancient() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V1_4,
        Opcodes.ACC_PUBLIC,
        TARGETS.replace('.', '/') + "AncientGreeter",
        null,
        "java/lang/Object",
        new String[] {"java/util/function/Supplier"});
    MethodVisitor make = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    make.visitVarInsn(Opcodes.ALOAD, 0);
    make.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    make.visitInsn(Opcodes.RETURN);
    make.visitMaxs(0, 0);
    Label routine = new Label();
    MethodVisitor get =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "get", "()Ljava/lang/Object;", null, null);
    get.visitJumpInsn(Opcodes.JSR, routine);
    get.visitLdcInsn("hello");
    get.visitInsn(Opcodes.ARETURN);
    get.visitLabel(routine);
    get.visitVarInsn(Opcodes.ASTORE, 1);
    get.visitVarInsn(Opcodes.RET, 1);
    get.visitMaxs(0, 0);
    return writer.toByteArray();
  }

  @Test
  void attached_toACarrier_isInItsField() throws Exception {
    Supplier<String> greeter = new TargetLoader().make("Greeter");
    Attached<String> text = Attached.of(String.class);
    Attached<Integer> number = Attached.of(Integer.class);

    text.set(greeter, "v");
    number.set(greeter, 1);

    assertThat(greeter.getClass().getMethod("weft$value").invoke(greeter)).isEqualTo("v");
    assertThat(text.get(greeter)).isEqualTo("v");
    assertThat(number.get(greeter)).isEqualTo(1);
    text.set(greeter, null);
    assertThat(text.get(greeter)).isNull();
    assertThat(number.get(greeter)).isEqualTo(1);
  }

  @Test
  void attached_toAnythingElse_isInAMap() throws Exception {
    Object serializable = new TargetLoader().make("StoredGreeter");
    Attached<String> text = Attached.of(String.class);

    text.set(serializable, "v");

    assertThat(serializable.getClass().getDeclaredFields()).isEmpty();
    assertThat(text.get(serializable)).isEqualTo("v");
    assertThat(text.get(new Object())).isNull();
    text.set(serializable, null);
    assertThat(text.get(serializable)).isNull();
  }

  @Test
  void superType_withoutAClassFile_isNoObstacle() throws Exception {
    byte[] added = new ByteBuddy().makeInterface().name(TARGETS + "Added").make().getBytes();
    byte[] greeter = greeter("Greeter", ClassFileVersion.JAVA_V8, loaded("Added", added));
    TargetLoader loader = new TargetLoader().with("Added", added).with("Greeter", greeter);
    Attached<String> text = Attached.of(String.class);

    Supplier<String> made = loader.make("Greeter");
    text.set(made, "v");

    assertThat(made.get()).isEqualTo("hello, woven");
    assertThat(made.getClass().getDeclaredFields()).isEmpty();
    assertThat(text.get(made)).isEqualTo("v");
  }

  private static Class<?> loaded(String name, byte[] classFile) throws Exception {
    return new TargetLoader().with(name, classFile).loadClass(TARGETS + name);
  }

  @Test
  void carrier_survivesARetransformation() throws Exception {
    Supplier<String> greeter = new TargetLoader().make("Greeter");
    Attached<String> text = Attached.of(String.class);
    text.set(greeter, "v");

    instrumentation.retransformClasses(greeter.getClass());

    assertThat(greeter.get()).isEqualTo("hello, woven");
    assertThat(text.get(greeter)).isEqualTo("v");
  }

  @Test
  void application_thatWasWoven_canBeCollected() throws Exception {
    WeakReference<ClassLoader> gone = usedAndDropped();

    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (gone.get() != null) {
      assertThat(System.nanoTime() - deadline).as("still referred to").isNegative();
      System.gc();
    }
  }

  private static WeakReference<ClassLoader> usedAndDropped() throws Exception {
    TargetLoader loader = new TargetLoader();
    assertThat(loader.make("Greeter").get()).isEqualTo("hello, woven");
    Attached.of(String.class).set(loader.make("StoredGreeter"), "v");
    return new WeakReference<>(loader);
  }
}
