// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.resource;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What Spring Boot calls the application: looked for where Spring would look, in the order in which
 * the reference agent does.
 */
final class SpringBoot {
  private static final String NAME = "spring.application.name";
  private static final String ARGUMENT = "--" + NAME + "=";
  private static final String[] FILES = {
    "application.properties", "application.yml", "application.yaml"
  };
  private static final String[] BOOTSTRAP = {
    "bootstrap.properties", "bootstrap.yml", "bootstrap.yaml"
  };

  private final Surroundings surroundings;

  SpringBoot(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Returns the name, or null. */
  @Nullable String name() {
    String name = fromArguments();
    name = name == null ? usable(surroundings.property(NAME)) : name;
    name = name == null ? usable(surroundings.variable("SPRING_APPLICATION_NAME")) : name;
    for (int i = 0; i < FILES.length && name == null; i++) {
      name = fromFile(FILES[i], false);
    }
    for (int i = 0; i < FILES.length && name == null; i++) {
      name = fromFile(FILES[i], true);
    }
    for (int i = 0; i < BOOTSTRAP.length && name == null; i++) {
      name = fromFile(BOOTSTRAP[i], true);
    }
    return name;
  }

  private @Nullable String fromArguments() {
    for (String argument : surroundings.arguments()) {
      if (argument.startsWith(ARGUMENT)) {
        return usable(argument.substring(ARGUMENT.length()));
      }
    }
    return null;
  }

  private @Nullable String fromFile(String file, boolean onClassPath) {
    try (InputStream in =
        onClassPath ? surroundings.onClassPath(file) : surroundings.inWorkingDirectory(file)) {
      if (in == null) {
        return null;
      }
      return usable(
          file.endsWith(".properties")
              ? properties(in).getProperty(NAME)
              : YamlValue.of(NAME, Surroundings.lines(in)));
    } catch (IOException | IllegalArgumentException unreadable) {
      return null;
    }
  }

  /** Returns {@code build.version} of the build's own description, or null. */
  @Nullable String version() {
    try (InputStream in = surroundings.onClassPath("META-INF/build-info.properties")) {
      return in == null ? null : Surroundings.nonEmpty(properties(in).getProperty("build.version"));
    } catch (IOException | IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static Properties properties(InputStream in) throws IOException {
    Properties properties = new Properties();
    properties.load(in);
    return properties;
  }

  /** A placeholder is for Spring to resolve, and no name before it is. */
  private static @Nullable String usable(@Nullable String name) {
    String trimmed = name == null ? "" : name.trim();
    return trimmed.isEmpty() || trimmed.contains("${") ? null : trimmed;
  }
}
