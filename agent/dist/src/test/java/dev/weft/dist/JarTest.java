// SPDX-License-Identifier: Apache-2.0
package dev.weft.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.engine.weave.Index;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The one jar, looked at from outside. */
class JarTest {
  private static final long BUDGET_BYTES = 8_000_000;
  private static final int JAVA_6 = 50;
  private static final int JAVA_8 = 52;
  private static final int JAVA_11 = 55;
  private static final String BOM = "META-INF/sbom/weft-javaagent.cdx.json";
  private static final String SHADED = "weft/dev/weft/shaded/";
  private static final String CLASSES = ".classdata";

  /** Where the classes of each publisher of the bill of materials are. */
  private static final Map<String, String> SHADED_BY_GROUP =
      Map.of(
          "com.squareup.okhttp3", "okhttp3",
          "com.squareup.okio", "okio",
          "io.opentelemetry", "io",
          "net.bytebuddy", "net",
          "org.jetbrains.kotlin", "kotlin",
          "org.yaml", "org");

  private static JarFile jar;
  private static List<JarEntry> entries;

  @BeforeAll
  static void open() throws IOException {
    jar = new JarFile(Repository.JAR.toFile());
    entries = jar.stream().toList();
  }

  @AfterAll
  static void close() throws IOException {
    jar.close();
  }

  /** Whatever the umask of the build: images are made of it, and their users are any. */
  @Test
  void file_isReadableByEverybody() throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(Repository.JAR, PosixFileAttributeView.class);
    Assumptions.assumeTrue(view != null, "files have no permissions on this system");

    assertThat(view.readAttributes().permissions())
        .contains(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
  }

  @Test
  void manifest_startsTheAgent() throws IOException {
    Attributes main = jar.getManifest().getMainAttributes();

    assertThat(main.getValue("Premain-Class")).isEqualTo("dev.weft.bootstrap.AgentPremain");
    assertThat(main.getValue("Agent-Class")).isEqualTo("dev.weft.bootstrap.AgentPremain");
    assertThat(main.getValue("Can-Retransform-Classes")).isEqualTo("true");
    assertThat(main.getValue("Implementation-Version")).isNotBlank();
    assertThat(main.containsKey(Attributes.Name.CLASS_PATH)).as("a class path").isFalse();
    assertThat(main.getValue("Boot-Class-Path")).isNull();
  }

  @Test
  void root_holds_onlyEntryAndBridge() {
    assertThat(names(""))
        .as("what applications and class-path scanners see")
        .allMatch(
            name ->
                name.matches(
                    "weft/.+|dev/weft/bootstrap/[A-Z][A-Za-z$0-9]*\\.class"
                        + "|java/lang/Weft[A-Za-z]+\\.class"
                        + "|META-INF/(MANIFEST\\.MF|LICENSE|licenses/.+|sbom/weft-javaagent\\.cdx\\.json)"));
  }

  @Test
  void bridge_isThreeTypes_atTheRootAndForTheAgent() {
    List<String> bridge = List.of("WeftBridge", "WeftCarrier", "WeftLinker");

    assertThat(names("java/lang/"))
        .containsExactlyElementsOf(bridge.stream().map(n -> "java/lang/" + n + ".class").toList());
    assertThat(names("weft/java/"))
        .containsExactlyElementsOf(
            bridge.stream().map(n -> "weft/java/lang/" + n + CLASSES).toList());
  }

  @Test
  void agent_isInvisibleToScanners() {
    assertThat(names("weft/")).noneMatch(name -> name.endsWith(".class"));
  }

  @Test
  void agent_isOursOrRelocated() {
    assertThat(names("weft/"))
        .as("files that are neither ours, nor relocated, nor the bridge, nor the index")
        .allMatch(
            name ->
                name.matches(
                    "weft/dev/weft/.+|weft/java/lang/Weft\\w+\\.classdata"
                        + "|weft/META-INF/services/dev\\.weft\\.shaded\\..+|weft/weft\\..+"));
  }

  @Test
  void services_relocated_haveTheirProviders() throws IOException {
    for (String service : names("weft/META-INF/services/")) {
      for (String provider : text(service).strip().split("\\s+")) {
        assertThat(jar.getEntry("weft/" + provider.replace('.', '/') + CLASSES))
            .as("%s, a provider in %s", provider, service)
            .isNotNull();
      }
    }
    assertThat(names("weft/META-INF/services/")).isNotEmpty();
  }

  @Test
  void index_isThere() {
    assertThat(jar.getEntry("weft/" + Index.RESOURCE)).isNotNull();
  }

  @Test
  void classFiles_areForOldJvms() throws IOException {
    Map<String, Integer> unexpected = new TreeMap<>();

    for (JarEntry entry : entries) {
      String name = entry.getName();
      if (name.endsWith(".class") || name.endsWith(CLASSES)) {
        int version = version(entry);
        if (name.matches("dev/weft/bootstrap/(AgentPremain|Launch)\\.class")
            ? version != JAVA_6
            : version > newest(name)) {
          unexpected.put(name, version);
        }
      }
    }

    assertThat(unexpected).as("classes that a JVM which Weft serves cannot load").isEmpty();
  }

  @Test
  void instrumentations_areOfTheJdksLoggers() throws IOException {
    byte[] advice =
        jar.getInputStream(jar.getEntry("weft/dev/weft/javautillogging/LogRecordAdvice.classdata"))
            .readAllBytes();

    assertThat(new String(advice, StandardCharsets.ISO_8859_1))
        .contains("java/util/logging/Logger")
        .doesNotContain("LibraryLogger");
  }

  private static int newest(String name) {
    return name.startsWith("weft/dev/weft/javahttp/") ? JAVA_11 : JAVA_8;
  }

  private static int version(JarEntry entry) throws IOException {
    byte[] start = jar.getInputStream(entry).readNBytes(8);
    return ByteBuffer.wrap(start).getShort(6);
  }

  @Test
  void billOfMaterials_lists_exactlyWhatIsShaded() throws IOException {
    Set<String> shaded =
        names(SHADED).stream()
            .map(name -> name.substring(SHADED.length()).split("/")[0])
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> listed = new TreeSet<>();
    for (Map<String, Object> component : components()) {
      String group = String.valueOf(component.get("group"));
      if (!group.equals("dev.weft")) {
        listed.add(
            SHADED_BY_GROUP.getOrDefault(group, group + ", which is not known to be shaded"));
        assertThat(component).containsKeys("name", "version", "purl", "hashes", "licenses");
      }
    }

    assertThat(listed).isEqualTo(shaded);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> components() throws IOException {
    Map<String, Object> bom = new Yaml().load(text(BOM)); // JSON is YAML
    return (List<Map<String, Object>>) bom.get("components");
  }

  @Test
  void entries_areReproducible() {
    List<String> names = new ArrayList<>(names(""));
    names.remove(JarFile.MANIFEST_NAME);

    assertThat(entries).extracting(JarEntry::getTimeLocal).containsOnly(Packager.TIME);
    assertThat(names).isSorted().doesNotHaveDuplicates();
    assertThat(entries.get(0).getName()).isEqualTo(JarFile.MANIFEST_NAME);
  }

  @Test
  void jar_isSmall() throws IOException {
    assertThat(Files.size(Repository.JAR)).isLessThan(BUDGET_BYTES);
  }

  private static List<String> names(String prefix) {
    return entries.stream().map(JarEntry::getName).filter(n -> n.startsWith(prefix)).toList();
  }

  private static String text(String entry) throws IOException {
    return new String(
        jar.getInputStream(jar.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
  }
}
