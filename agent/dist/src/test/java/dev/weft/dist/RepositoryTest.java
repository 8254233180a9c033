// SPDX-License-Identifier: Apache-2.0
package dev.weft.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.engine.PackedFiles;
import dev.weft.testkit.Fact;
import dev.weft.testkit.TelemetryFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is easily forgotten. Each message is the line to add, or the command to run. */
class RepositoryTest {
  private static final int LINES = 400;
  private static final String SERVICES =
      "src/main/resources/META-INF/services/" + LibraryInstrumentation.class.getName();

  /** Put together from parts, or this file would be the first that has them. */
  private static final Pattern OF_ONE_MACHINE =
      Pattern.compile(
          String.join(
              "|",
              "/ro" + "ot/",
              "/wo" + "rk/",
              "/tmp/" + "weft",
              "/ho" + "me/\\w+/",
              "\\.\\./" + "shared",
              "repo1?\\.maven\\." + "(apache\\.)?org",
              "(arti" + "factory|ne" + "xus)\\."));

  static List<Path> folders() {
    return Repository.instrumentations();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void instrumentation_isPartOfBuildAndJar(Path folder) throws IOException {
    String name = folder.getFileName().toString();

    assertThat(Files.readString(Repository.INSTRUMENTATIONS.resolve("pom.xml")))
        .as("Add to instrumentations/pom.xml: <module>%s</module>", name)
        .contains("<module>" + name + "</module>");
    assertThat(Files.readString(Repository.ROOT.resolve("agent/dist/pom.xml")))
        .as("Add to agent/dist/pom.xml the dependency dev.weft:weft-%s:${project.version}", name)
        .contains("<artifactId>weft-" + name + "</artifactId>");
    try (JarFile jar = new JarFile(Repository.JAR.toFile())) {
      assertThat(jar.getEntry("weft/" + PackedFiles.RULES + name))
          .as("%s is not in the jar: %s must name its class", name, SERVICES)
          .isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void instrumentation_hasAllParts(Path folder) throws IOException {
    assertThat(folder).isDirectoryContaining("glob:**/pom.xml");
    assertThat(folder.resolve("telemetry.yaml"))
        .as("Write it by: mvn test -pl :weft-%s -am -Dtelemetry.update", folder.getFileName())
        .exists();
    assertThat(folder.resolve(SERVICES)).as("names the *Instrumentation class").exists();
    assertThat(Repository.files(folder.resolve("src/main"), "Instrumentation.java")).hasSize(1);
    assertThat(Repository.files(folder.resolve("src/test"), "Test.java")).isNotEmpty();
  }

  @Test
  void instrumentation_isSwitchedByTheNameOfItsFolder() {
    Set<String> names = new TreeSet<>();

    ServiceLoader.load(LibraryInstrumentation.class).forEach(one -> names.add(one.name()));

    assertThat(names)
        .as("name() of all instrumentations, compared with their folders")
        .containsExactlyElementsOf(
            folders().stream().map(folder -> folder.getFileName().toString()).toList());
  }

  @ParameterizedTest
  @MethodSource("folders")
  void configuration_knowsInstrumentation(Path folder) throws IOException {
    Path page = Repository.ROOT.resolve("docs/configuration.md");

    assertThat(Files.readString(page))
        .as(
            "Add {\"%s\"}, with the names by which users know it, to InstrumentationNames in"
                + " agent/engine, and run its ConfigurationPageTest with -Dweft.update",
            folder.getFileName())
        .contains("| `" + folder.getFileName() + "` |");
  }

  @ParameterizedTest
  @MethodSource("folders")
  void telemetryFile_lists_onlyWhatWasRecorded(Path folder) throws IOException {
    Set<String> recorded = recorded(folder);
    Assumptions.assumeFalse(recorded.isEmpty(), "the tests of the folder have not been run");

    Set<String> listed =
        TelemetryFile.read(folder.resolve("telemetry.yaml")).testedFacts().stream()
            .map(Fact::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    listed.removeAll(recorded);

    assertThat(listed)
        .as(
            "%s/telemetry.yaml lists what no test of the folder recorded. Test it, delete it, or give"
                + " the entry a line 'untested: why'. If only some tests were run: mvn verify -pl"
                + " :weft-%1$s -am",
            folder.getFileName())
        .isEmpty();
  }

  /** What the tests that still exist have left in the folder when they were last run. */
  private static Set<String> recorded(Path folder) throws IOException {
    Set<String> recorded = new TreeSet<>();
    for (Path test : Repository.files(folder.resolve("src/test/java"), "Test.java")) {
      String name = folder.resolve("src/test/java").relativize(test).toString();
      String type = name.substring(0, name.length() - ".java".length()).replaceAll("[/\\\\]", ".");
      Path file = folder.resolve("target/telemetry").resolve(type + ".txt");
      if (Files.exists(file)) {
        recorded.add("ran " + type);
        recorded.addAll(Files.readAllLines(file));
      }
    }
    return recorded;
  }

  @ParameterizedTest
  @EnumSource
  void page_generated_isUpToDate(TelemetryPage page) throws IOException {
    String rendered = page.render();

    if (System.getProperty("weft.update") != null) {
      Files.writeString(page.file(), rendered);
    }

    assertThat(page.file())
        .as(
            "%s differs from the telemetry.yaml files. Rewrite it by: %s",
            Repository.name(page.file()), TelemetryPage.COMMAND)
        .hasContent(rendered);
  }

  @Test
  void files_mention_nothingOfOneMachine() throws IOException {
    List<String> mentions = new ArrayList<>();

    for (Path file : Repository.files(Repository.ROOT)) {
      if (Repository.name(file).equals(".ci/run")) {
        continue;
      }
      int number = 0;
      for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        number++;
        if (OF_ONE_MACHINE.matcher(line).find()) {
          mentions.add(Repository.name(file) + ":" + number + ": " + line.strip());
        }
      }
    }

    assertThat(mentions).as("paths and hosts that only one machine has; delete them").isEmpty();
  }

  @Test
  void sourceFiles_areShort() throws IOException {
    List<String> tooLong = new ArrayList<>();

    for (Path file : Repository.files(Repository.ROOT, ".java")) {
      int lines = Files.readAllLines(file).size();
      if (lines > LINES) {
        tooLong.add(Repository.name(file) + ": " + lines);
      }
    }

    assertThat(tooLong).as("files of more than %d lines; split them by concern", LINES).isEmpty();
  }
}
