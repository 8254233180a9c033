// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.Methods;
import dev.weft.engine.index.CompiledFiles;
import dev.weft.engine.weave.sample.ShapesInstrumentation;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a compiler has made, the JVM's verifier accepts it woven: every method of libraries. */
class AnyClassTest {
  private static List<Rule.Advised> advised;

  @BeforeAll
  static void weave() throws Exception {
    Woven.start();
    advised =
        Rule.readAll(new CompiledFiles(List.of(new ShapesInstrumentation())).rules("shapes"))
            .get(0)
            .advised;
  }

  /** Written in Java and Kotlin, for Java 5 to 17. */
  @ParameterizedTest
  @CsvSource({"kotlin-stdlib, 900", "okhttp, 300", "byte-buddy, 1000", "assertj-core, 500"})
  void everyMethodOfALibrary_isVerified(String library, int atLeast) throws Exception {
    verify(library, atLeast, AnyClassTest::woven);
  }

  /** Rules are given all arguments, and tell the type of the result. */
  @ParameterizedTest
  @CsvSource({"kotlin-stdlib, 900", "okhttp, 300", "byte-buddy, 1000", "assertj-core, 500"})
  void everyMethodOfALibrary_isVerifiedWithRules(String library, int atLeast) throws Exception {
    verify(library, atLeast, AnyClassTest::wovenByRules);
  }

  private static void verify(String library, int atLeast, UnaryOperator<byte[]> weaving)
      throws Exception {
    File jar = jar(library);
    int verified = 0;
    try (Copies asTheyAre = new Copies(jar, classFile -> classFile);
        Copies woven = new Copies(jar, weaving);
        JarFile file = new JarFile(jar)) {
      for (JarEntry entry : Collections.list(file.entries())) {
        String name = entry.getName();
        if (name.endsWith(".class") && !name.contains("-") && asTheyAre.verifies(name)) {
          assertThat(woven.verifies(name)).as(name).isTrue();
          verified++;
        }
      }
    }
    assertThat(verified).isGreaterThan(atLeast);
  }

  private static byte[] woven(byte[] classFile) {
    ClassReader reader = ClassFiles.reader(classFile);
    Methods all = methods(reader);
    List<Survey.Advice> any = List.of(new Survey.Advice("shapes", advised.get(0).advice));
    Map<String, Survey.Found> found =
        Survey.of(
            reader,
            (access, name, descriptor, exceptions) ->
                all.include(access, name, descriptor, exceptions) ? any : List.of());
    ClassWriter writer = new ClassWriter(reader, 0);
    String owner = reader.getClassName();
    reader.accept(new WovenClass(writer, found, owner, 0), ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  /** Two on each method, as where two rules are about the same one. */
  private static byte[] wovenByRules(byte[] classFile) {
    Map<String, List<String>> methods = new HashMap<>();
    ClassReader reader = ClassFiles.reader(classFile);
    Survey.of(
        reader,
        (access, name, descriptor, exceptions) -> {
          if (RuleAdvice.possible(access, name, descriptor)) {
            methods.put(name + descriptor, List.of("one", "other"));
          }
          return List.of();
        });
    return new MethodWeaver(new Explanation(List.of(), false, ""))
        .weave(
            AnyClassTest.class.getClassLoader(), reader.getClassName(), classFile, methods, "1/");
  }

  private static Methods methods(ClassReader reader) {
    List<String> names = new ArrayList<>();
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            if (name.charAt(0) != '<') {
              names.add(name);
            }
            return null;
          }
        },
        ClassReader.SKIP_CODE);
    return Methods.named(names.toArray(new String[0]));
  }

  private static File jar(String library) {
    String[] path = System.getProperty("java.class.path").split(File.pathSeparator);
    return Arrays.stream(path)
        .map(File::new)
        .filter(file -> file.getName().matches(library + "(-jvm)?-[0-9].*\\.jar"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(library + " is not on the class path"));
  }

  /** Loads the classes of a jar once more, so that nothing that runs is touched. */
  private static final class Copies extends URLClassLoader {
    private final UnaryOperator<byte[]> change;

    Copies(File jar, UnaryOperator<byte[]> change) throws IOException {
      super(new URL[] {jar.toURI().toURL()}, AnyClassTest.class.getClassLoader());
      this.change = change;
    }

    /** Returns false where a class lacks another; asking for methods links, and so verifies. */
    boolean verifies(String file) {
      try {
        return loadClass(file.replace(".class", "").replace('/', '.')).getDeclaredMethods() != null;
      } catch (NoClassDefFoundError | ClassNotFoundException | IncompatibleClassChangeError lacks) {
        return false;
      }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known != null) {
          return known;
        }
        URL file = findResource(name.replace('.', '/') + ".class");
        return file == null ? super.loadClass(name, resolve) : define(name, file);
      }
    }

    private Class<?> define(String name, URL file) throws ClassNotFoundException {
      try (InputStream in = file.openStream()) {
        byte[] classFile = change.apply(in.readAllBytes());
        return defineClass(name, classFile, 0, classFile.length);
      } catch (IOException unreadable) {
        throw new ClassNotFoundException(name, unreadable);
      }
    }
  }
}
