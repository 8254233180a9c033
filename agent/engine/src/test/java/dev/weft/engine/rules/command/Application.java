// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** An application that is compiled by a test, its rule file, and the command on both. */
final class Application {
  private final String packageName;
  private final Path folder;
  final Path classes;
  String stdout = "";
  String stderr = "";

  Application(Path folder) {
    this("shop", folder);
  }

  Application(String packageName, Path folder) {
    this.packageName = packageName;
    this.folder = folder;
    this.classes = folder.resolve("classes");
  }

  /** Compiles one source file of its package. */
  Application compile(String name, String source) throws IOException {
    Path file = Files.createDirectories(folder.resolve("sources")).resolve(name + ".java");
    Files.writeString(file, "package " + packageName + ";\n" + source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String folderOfClasses = Files.createDirectories(classes).toString();
    int result =
        compiler.run(
            null, null, null, "-cp", folderOfClasses, "-d", folderOfClasses, file.toString());
    assertThat(result).isZero();
    return this;
  }

  Application rules(String text) throws IOException {
    Files.writeString(folder.resolve("rules.yaml"), text);
    return this;
  }

  /** Packs the compiled classes, each below a folder in the jar. */
  Path jar(String name, String inside, Map<String, byte[]> more) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>(more);
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.put(inside + classes.relativize(file), Files.readAllBytes(file));
      }
    }
    return jar(name, "", entries, new Manifest());
  }

  Path jar(String name, String classPath, Map<String, byte[]> entries, Manifest manifest)
      throws IOException {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!classPath.isEmpty()) {
      manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    }
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return jar;
  }

  int check() {
    return check(classes.toString());
  }

  int check(String classPath) {
    return run("rules", "check", folder.resolve("rules.yaml").toString(), "--classpath", classPath);
  }

  int docs() {
    return run("rules", "docs", folder.resolve("rules.yaml").toString());
  }

  int run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = RulesCommand.run(arguments, new PrintStream(out), new PrintStream(err));
    stdout = text(out);
    stderr = text(err);
    return code;
  }

  /** Without the folder of the test. */
  private String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
  }

  List<String> err() {
    return new ArrayList<>(stderr.lines().toList());
  }
}
