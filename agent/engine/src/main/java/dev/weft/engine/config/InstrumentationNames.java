// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The names by which instrumentations are switched on and off: for each its own name, then those
 * that users of the reference agent know it by. Telemetry rules are switched by their names as
 * well.
 */
public final class InstrumentationNames {
  private static final String PREFIX = "OTEL_INSTRUMENTATION_";
  private static final String SUFFIX = "_ENABLED";
  private static final String[][] TABLE = {
    {"java-http-client"},
    {"servlet", "servlet-3.0", "servlet-5.0", "tomcat", "jetty"},
    {"jdbc"},
    {"aws-sdk-2", "aws-sdk", "aws-sdk-2.2"},
    {"logback", "logback-mdc", "logback-mdc-1.0"},
    {"logback-appender", "logback-appender-1.0"},
    {"java-util-logging"},
    {"methods"},
    {"runtime", "runtime-telemetry"},
  };

  /** What only hands in log records; correlation of log lines with traces is another matter. */
  private static final String[] FOR_LOG_RECORDS = {"logback-appender", "java-util-logging"};

  private InstrumentationNames() {}

  /** Whether an instrumentation has nothing to do where log records go nowhere. */
  static boolean serveLogRecordsOnly(String name) {
    for (String known : FOR_LOG_RECORDS) {
      if (known.equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** The name itself and its aliases; the first that is configured wins. */
  static List<String> of(String name) {
    for (String[] names : TABLE) {
      if (names[0].equals(name)) {
        return Arrays.asList(names);
      }
    }
    return Collections.singletonList(name);
  }

  /** Names and aliases of all instrumentations, one list for each. */
  static List<List<String>> all() {
    List<List<String>> all = new ArrayList<>();
    for (String[] names : TABLE) {
      all.add(Collections.unmodifiableList(Arrays.asList(names)));
    }
    return all;
  }

  /** {@code OTEL_INSTRUMENTATION_JDBC_ENABLED} for {@code jdbc}. */
  static String environmentName(String name) {
    return PREFIX + switchName(name) + SUFFIX;
  }

  /** {@code JAVA_HTTP_CLIENT} for {@code java-http-client}. */
  public static String switchName(String name) {
    char[] form = name.toUpperCase(Locale.ROOT).toCharArray();
    for (int i = 0; i < form.length; i++) {
      boolean kept = form[i] >= 'A' && form[i] <= 'Z' || form[i] >= '0' && form[i] <= '9';
      form[i] = kept ? form[i] : '_';
    }
    return new String(form);
  }

  /** {@code JDBC} for {@code OTEL_INSTRUMENTATION_JDBC_ENABLED}; null for another setting. */
  static @Nullable String flagged(String environmentName) {
    if (!environmentName.startsWith(PREFIX) || !environmentName.endsWith(SUFFIX)) {
      return null;
    }
    int end = environmentName.length() - SUFFIX.length();
    return end > PREFIX.length() ? environmentName.substring(PREFIX.length(), end) : null;
  }

  /** Whether an instrumentation has this name, given as {@link #switchName} makes it. */
  public static boolean contains(String name) {
    for (String[] names : TABLE) {
      for (String known : names) {
        if (Key.environmentName(known).equals(name)) {
          return true;
        }
      }
    }
    return false;
  }
}
