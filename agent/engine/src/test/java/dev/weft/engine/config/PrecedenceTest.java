// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import static dev.weft.engine.config.ConfiguredWith.asProperties;
import static dev.weft.engine.config.ConfiguredWith.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecedenceTest {
  private static final String FILE = "OTEL_JAVAAGENT_CONFIGURATION_FILE";

  @TempDir private Path directory;

  @Test
  void string_setEverywhere_takesSystemProperty() throws IOException {
    String file = fileWith("otel.service.name=file\n");

    Configuration configuration =
        new Configuration(
            "otel.service.name=argument",
            Map.of("OTEL_SERVICE_NAME", "environment", FILE, file),
            asProperties(Map.of("otel.service.name", "property")));

    assertThat(configuration.string(Keys.SERVICE_NAME)).isEqualTo("property");
  }

  @Test
  void string_noSystemProperty_takesAgentArgument() throws IOException {
    String file = fileWith("otel.service.name=file\n");

    Configuration configuration =
        new Configuration(
            "otel.service.name=argument",
            Map.of("OTEL_SERVICE_NAME", "environment", FILE, file),
            new Properties());

    assertThat(configuration.string(Keys.SERVICE_NAME)).isEqualTo("argument");
  }

  @Test
  void string_environmentAndFile_takesEnvironment() throws IOException {
    String file = fileWith("otel.service.name=file\n");

    Configuration configuration =
        ConfiguredWith.environment(Map.of("OTEL_SERVICE_NAME", "environment", FILE, file));

    assertThat(configuration.string(Keys.SERVICE_NAME)).isEqualTo("environment");
  }

  @Test
  void string_onlyInFile_takesFile() throws IOException {
    String file = fileWith("otel.service.name=caf\u00e9\nunrelated=1\n");

    Configuration configuration = ConfiguredWith.environment(Map.of(FILE, file));

    assertThat(configuration.string(Keys.SERVICE_NAME)).isEqualTo("caf\u00e9");
    assertThat(configuration.problems()).isEmpty();
  }

  @Test
  void string_fileNamedByAgentArgument_takesFile() throws IOException {
    String file = fileWith("otel.service.name=file\n");

    Configuration configuration =
        ConfiguredWith.arguments("otel.javaagent.configuration-file=" + file);

    assertThat(configuration.string(Keys.SERVICE_NAME)).isEqualTo("file");
  }

  @Test
  void string_fileInHomeDirectory_expandsTilde() throws IOException {
    fileWith("otel.service.name=home\n");

    Configuration configuration =
        new Configuration(
            null,
            Map.of(FILE, "~/weft.properties"),
            asProperties(Map.of("user.home", directory.toString())));

    assertThat(configuration.string(Keys.SERVICE_NAME)).isEqualTo("home");
  }

  @Test
  void string_emptySystemProperty_takesEnvironment() {
    Configuration configuration =
        new Configuration(
            null,
            Map.of("OTEL_SERVICE_NAME", "environment"),
            asProperties(Map.of("otel.service.name", "  ")));

    assertThat(configuration.string(Keys.SERVICE_NAME)).isEqualTo("environment");
  }

  @Test
  void problems_missingFile_namesIt() {
    Configuration configuration = ConfiguredWith.environment(Map.of(FILE, "/no/such/file"));

    assertThat(lines(configuration))
        .singleElement()
        .asString()
        .startsWith(FILE + " (environment variable): /no/such/file")
        .endsWith("nothing is taken from this file");
  }

  @Test
  void problems_malformedFile_namesIt() throws IOException {
    String file = fileWith("otel.service.name=\\u00zz\n");

    Configuration configuration = ConfiguredWith.environment(Map.of(FILE, file));

    assertThat(lines(configuration)).singleElement().asString().contains("nothing is taken");
  }

  @Test
  void problems_malformedValueInFile_namesFile() throws IOException {
    String file = fileWith("otel.bsp.schedule.delay=soon\n");

    Configuration configuration = ConfiguredWith.environment(Map.of(FILE, file));

    assertThat(lines(configuration))
        .containsExactly(
            "otel.bsp.schedule.delay=soon (file "
                + file
                + ") is not a duration such as 500ms or 5s; the default 5000 is used");
  }

  @Test
  void arguments_several_areRead() {
    Configuration configuration =
        ConfiguredWith.arguments(" otel.service.name = shop ;otel.bsp.schedule.delay=1s;");

    assertThat(configuration.string(Keys.SERVICE_NAME)).isEqualTo("shop");
    assertThat(configuration.duration(Keys.BSP_SCHEDULE_DELAY)).isEqualTo(1000);
    assertThat(configuration.problems()).isEmpty();
  }

  @Test
  void arguments_loaded_leaveSystemPropertiesAlone() {
    Properties system = new Properties();

    new Configuration("otel.service.name=shop", Map.of(), system);

    assertThat(system).isEmpty();
  }

  @Test
  void arguments_withoutEqualsSign_areReportedByNumber() {
    Configuration configuration = ConfiguredWith.arguments("otel.service.name=shop;secret");

    assertThat(lines(configuration))
        .containsExactly("agent argument 2 is not name=value and is left out");
  }

  @Test
  void arguments_withoutKnownPrefix_areReported() {
    Configuration configuration = ConfiguredWith.arguments("service.name=shop");

    assertThat(lines(configuration))
        .containsExactly("service.name (agent argument) is not a setting that Weft knows");
  }

  private String fileWith(String content) throws IOException {
    return Files.writeString(directory.resolve("weft.properties"), content).toString();
  }
}
