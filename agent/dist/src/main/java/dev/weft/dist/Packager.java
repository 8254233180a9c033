// SPDX-License-Identifier: Apache-2.0
package dev.weft.dist;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.Deflater;

/**
 * Makes the one jar out of everything relocated: the entry point at the root, where the JVM looks
 * for it, and the rest where no class-path scanner takes it for classes.
 */
public final class Packager {
  private static final String MARK = "weft/";
  private static final String LICENSES = "META-INF/licenses/";

  /** Of a fixed time in no time zone, so that the same sources give the same jar. */
  static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 20, 0, 0);

  private final SortedMap<String, byte[]> relocated = new TreeMap<>();
  private final SortedMap<String, byte[]> entries = new TreeMap<>();

  private Packager() {}

  /**
   * Makes the jar.
   *
   * @param arguments the relocated jar, the bill of materials, the licence, the jar to be made, and
   *     its version
   */
  public static void main(String[] arguments) throws Exception {
    Packager packager = new Packager();
    packager.take(Path.of(arguments[0]));
    packager.placeReachable();
    packager.entries.put(
        "META-INF/sbom/weft-javaagent.cdx.json", Files.readAllBytes(Path.of(arguments[1])));
    packager.entries.put("META-INF/LICENSE", Files.readAllBytes(Path.of(arguments[2])));
    String version = arguments[4];
    byte[] properties = ("version=" + version + "\n").getBytes(StandardCharsets.UTF_8);
    packager.entries.put(MARK + "weft.properties", properties);
    IndexFiles.all().forEach((name, bytes) -> packager.entries.put(MARK + name, bytes));
    packager.write(Path.of(arguments[3]), version);
  }

  private void take(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        if (!entry.isDirectory() && !isLeftOut(entry.getName())) {
          byte[] bytes = jar.getInputStream(entry).readAllBytes();
          relocated.put(entry.getName(), SilentLibraries.silenced(entry.getName(), bytes));
        }
      }
    }
  }

  private void placeReachable() {
    Set<String> reachable = Reachable.in(relocated);
    relocated.forEach(
        (name, bytes) -> {
          boolean canBeUnused = name.endsWith(".class") || name.startsWith(Reachable.SERVICES);
          if (!canBeUnused || reachable.contains(name)) {
            place(name, bytes);
          }
        });
  }

  private void place(String name, byte[] bytes) {
    if (name.startsWith("dev/weft/bootstrap/") || name.startsWith(LICENSES)) {
      entries.put(name, bytes);
      return;
    }
    if (name.startsWith("java/lang/")) {
      entries.put(name, bytes); // Java 8 finds it by appending this jar to the boot class path
    }
    entries.put(MARK + (name.endsWith(".class") ? name + "data" : name), bytes);
  }

  /** What says something of a library's own jar, or serves tools that never see it. */
  private static boolean isLeftOut(String name) {
    boolean metadata =
        name.startsWith("META-INF/")
            && !name.startsWith(Reachable.SERVICES)
            && !name.startsWith(LICENSES);
    return metadata
        || name.endsWith("module-info.class")
        || name.endsWith(".kotlin_builtins")
        || name.endsWith(".kotlin_module")
        || name.endsWith(".proto")
        || name.endsWith("/PublicSuffixDatabase.list") // for cookies, which no exporter takes
        || name.startsWith("META-INF/services/dev.weft.api.");
  }

  private void write(Path target, String version) throws IOException {
    Path written = target.resolveSibling(target.getFileName() + ".part");
    try (JarOutputStream jar =
        new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(written)))) {
      jar.setLevel(Deflater.BEST_COMPRESSION);
      add(jar, JarFile.MANIFEST_NAME, manifest(version));
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        add(jar, entry.getKey(), ClassFileVersion.forLaunch(entry.getKey(), entry.getValue()));
      }
    }
    // whatever the umask: images are made of it, whose users are not who built it
    if (!written.toFile().setReadable(true, false)) {
      throw new IOException("cannot make readable for everybody: " + written);
    }
    Files.move(written, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] manifest(String version) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, "dev.weft.bootstrap.AgentPremain");
    main.put(Attributes.Name.IMPLEMENTATION_TITLE, "Weft");
    main.put(Attributes.Name.IMPLEMENTATION_VERSION, version);
    main.putValue("Premain-Class", "dev.weft.bootstrap.AgentPremain");
    main.putValue("Agent-Class", "dev.weft.bootstrap.AgentPremain");
    main.putValue("Can-Redefine-Classes", "true");
    main.putValue("Can-Retransform-Classes", "true");
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    manifest.write(bytes);
    return bytes.toByteArray();
  }

  private static void add(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    JarEntry entry = new JarEntry(name);
    entry.setTimeLocal(TIME);
    jar.putNextEntry(entry);
    jar.write(bytes);
    jar.closeEntry();
  }
}
