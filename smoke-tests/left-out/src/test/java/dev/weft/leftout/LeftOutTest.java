// SPDX-License-Identifier: Apache-2.0
package dev.weft.leftout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOutTest {
  private static final Instant STARTED = Instant.parse("2026-11-20T10:00:00Z");
  private static final String PASSED = "<testcase name='a' classname='T'/>";

  @TempDir Path module;

  @Test
  void everythingRun_isSaid() throws IOException {
    report("ATest", PASSED + PASSED, STARTED);

    assertThat(lines()).containsExactly("Nothing was left out: 2 tests ran");
  }

  @Test
  void skippedTests_areGroupedByReasonWithARemedy() throws IOException {
    report("ATest", PASSED + aborted("JAVA_21_HOME is not set") + disabled("looks into /proc"));
    report("BTest", aborted("JAVA_21_HOME is not set: not tested there"));
    report("CTest", disabled("DOCKER_HOST is not set") + aborted("two of them"));

    assertThat(lines())
        .containsExactly(
            "Left out, 1 test ran",
            "  DOCKER_HOST is not set: 1 test [CTest];"
                + " set it to a Docker engine, such as unix:///var/run/docker.sock",
            "  JAVA_21_HOME is not set: 2 tests [ATest, BTest]; set it to the home of a JDK 21",
            "  looks into /proc: 1 test [ATest]",
            "  two of them: 1 test [CTest]");
  }

  @Test
  void reportOfAnEarlierBuild_isNoReport() throws IOException {
    report("ATest", PASSED, STARTED.minusMillis(1));
    report("BTest", PASSED, STARTED);

    assertThat(lines())
        .containsExactly(
            "Left out, 1 test ran",
            "  not run at all: 1 test class [ATest]; remove -DskipTests or -Dtest");
  }

  @Test
  void reportOfADeletedTest_isIgnored() throws IOException {
    report("ATest", aborted("no longer"));
    Files.delete(source("ATest"));
    report("BTest", PASSED);

    assertThat(lines()).containsExactly("Nothing was left out: 1 test ran");
  }

  @Test
  void forbidden_failsIfAnythingIsMissing() throws IOException {
    report("ATest", aborted("OTELCOL is not set"));
    Build allowed = new Build(List.of(module), STARTED, false);
    Build forbidden = new Build(List.of(module), STARTED, true);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    LeftOut.say(allowed, out);

    assertThatThrownBy(() -> LeftOut.say(forbidden, out))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("something was left out");
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.startsWith("  OTELCOL is not set: 1 test [ATest]; set it to "))
        .hasSize(2);
  }

  @Test
  void forbidden_passesIfNothingIsMissing() throws IOException {
    report("ATest", PASSED);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    LeftOut.say(new Build(List.of(module), STARTED, true), new PrintStream(bytes));

    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .startsWith("Nothing was left out: 1 test ran");
  }

  @Test
  void noTestAtAll_isOneLine() throws IOException {
    report("ATest", PASSED, STARTED.minusSeconds(9));

    assertThat(lines()).containsExactly("Left out: all tests");
  }

  @Test
  void reasons_areSortedByNumber() throws IOException {
    report("ATest", aborted("JAVA_11_HOME is not set") + aborted("JAVA_8_HOME is not set"));

    assertThat(lines())
        .extracting(line -> line.strip().replaceFirst("[ ,].*", ""))
        .containsExactly("Left", "JAVA_8_HOME", "JAVA_11_HOME");
  }

  @Test
  void notTheLastModule_isAnError() {
    Path later = module.resolve("later");

    assertThatThrownBy(() -> Build.of(arguments(later, module, "1", "false")))
        .hasMessageContaining("must be the last module");
    assertThatThrownBy(() -> Build.of(arguments(module, module, "2", "false")))
        .hasMessageContaining("without -T");
  }

  @Test
  void projects_areReadAsMavenPrintsThem() {
    Build build =
        Build.of(
            "projects [MavenProject: g:a:1 @ /some where/pom.xml,"
                + " MavenProject: g:b:1 @ /some where/b, c/pom.xml]",
            "own /some where/b, c",
            "started 5",
            "threads 1",
            "forbidden true");

    assertThat(build.modules())
        .containsExactly(Path.of("/some where"), Path.of("/some where/b, c"));
    assertThat(build.started()).isEqualTo(Instant.ofEpochMilli(5));
    assertThat(build.mustBeWhole()).isTrue();
  }

  private static String[] arguments(Path last, Path own, String threads, String forbidden) {
    return new String[] {
      "projects [MavenProject: g:a:1 @ " + last.resolve("pom.xml") + "]",
      "own " + own,
      "started 0",
      "threads " + threads,
      "forbidden " + forbidden
    };
  }

  private List<String> lines() throws IOException {
    Omissions omissions = new Omissions();
    new TestReports(module, STARTED).addTo(omissions);
    return omissions.lines();
  }

  private void report(String type, String cases) throws IOException {
    report(type, cases, STARTED.plusSeconds(1));
  }

  private void report(String type, String cases, Instant written) throws IOException {
    Path report = module.resolve("target/surefire-reports/TEST-example." + type + ".xml");
    Files.createDirectories(report.getParent());
    Files.writeString(report, "<testsuite>" + cases + "</testsuite>");
    Files.setLastModifiedTime(report, FileTime.from(written));
    Files.createDirectories(source(type).getParent());
    Files.writeString(source(type), "class " + type + " {}");
  }

  private Path source(String type) {
    return module.resolve("src/test/java/example/" + type + ".java");
  }

  private static String disabled(String reason) {
    return "<testcase name='d' classname='T'><skipped message='" + reason + "'/></testcase>";
  }

  private static String aborted(String reason) {
    return "<testcase name='b' classname='T'><skipped type='org.opentest4j.TestAbortedException'>"
        + "<![CDATA[org.opentest4j.TestAbortedException: Assumption failed: "
        + reason
        + "\n\tat T.b(T.java:1)]]></skipped></testcase>";
  }
}
