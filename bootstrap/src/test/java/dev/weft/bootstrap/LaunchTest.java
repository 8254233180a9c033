// SPDX-License-Identifier: Apache-2.0
package dev.weft.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchTest {
  private static final String SILENTLY = "";

  private final Properties before = (Properties) System.getProperties().clone();

  @BeforeEach
  void anApplication() {
    System.clearProperty("otel.javaagent.enabled");
    System.setProperty("sun.java.command", "com.example.Main --port 8080");
  }

  @AfterEach
  void restoreProperties() {
    System.setProperties(before);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {";", "otel.service.name=shop", "otel.javaagent.enabled=true", "a=b;=;x"})
  void refusal_ofApplication(String arguments) {
    assertThat(Launch.refusal(arguments)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "otel.javaagent.enabled=false",
        " otel.javaagent.enabled=FALSE ;a=b",
        "otel.javaagent.enabled=true;otel.javaagent.enabled=false"
      })
  void refusal_whenAnArgumentSwitchesOff(String arguments) {
    assertThat(Launch.refusal(arguments)).isEqualTo(SILENTLY);
  }

  @Test
  void refusal_whenAPropertySwitchesOff() {
    System.setProperty("otel.javaagent.enabled", "false");

    String refusal = Launch.refusal("otel.javaagent.enabled=true");

    assertThat(refusal).isEqualTo(SILENTLY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8", "8", "9", "17", "26", "", "27-internal"})
  void refusal_ofSupportedVersion(String version) {
    System.setProperty("java.specification.version", version);

    assertThat(Launch.refusal(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"1.5", "1.6", "1.7", "7"})
  void refusal_ofOldVersion(String version) {
    System.setProperty("java.specification.version", version);

    assertThat(Launch.refusal("otel.javaagent.enabled=true"))
        .isEqualTo(
            "Java " + version + " is not supported: Weft needs Java 8 or later; not started");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdk.compiler/com.sun.tools.javac.Main -d out A.java",
        "com.sun.tools.javac.Main",
        "jdk.jcmd/sun.tools.jps.Jps",
        "sun.tools.jstack.JStack 1",
        "jdk.jshell.execution.RemoteExecutionControl 1",
        "org.codehaus.plexus.classworlds.launcher.Launcher verify",
        "org.apache.maven.surefire.booter.ForkedBooter /tmp",
        "org.gradle.launcher.daemon.bootstrap.GradleDaemon 8.1"
      })
  void refusal_ofTool(String command) {
    System.setProperty("sun.java.command", command);

    assertThat(Launch.refusal(null)).isEqualTo(SILENTLY);
    assertThat(Launch.refusal("otel.javaagent.enabled=true")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "app.jar",
        "/opt/jdk.tools/app.jar",
        "org.gradle.jar serve",
        "com.sundry.Main",
        "com.sun.enterprise.glassfish.bootstrap.ASMain -domain d",
        "com.example/com.example.jdk.Main",
        "/sun.Odd"
      })
  void refusal_ofWhatOnlyLooksLikeATool(String command) {
    System.setProperty("sun.java.command", command);

    assertThat(Launch.refusal(null)).isNull();
  }
}
