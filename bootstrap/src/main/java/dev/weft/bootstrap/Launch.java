// SPDX-License-Identifier: Apache-2.0
package dev.weft.bootstrap;

import org.jspecify.annotations.Nullable;

/** Decides from a few system properties and variables whether this JVM is one to start in. */
final class Launch {
  private static final int OLDEST = 8;
  private static final String ENABLED = "otel.javaagent.enabled";

  /** Main classes and packages of tools that {@code JAVA_TOOL_OPTIONS} reaches by accident. */
  private static final String[] TOOLS = {
    "sun.",
    "com.sun.tools.",
    "com.sun.corba.",
    "jdk.",
    "org.codehaus.plexus.classworlds.",
    "org.apache.maven.",
    "org.gradle."
  };

  private Launch() {}

  /** Returns null to start, an empty text to stay silent, or the line that says why not. */
  static @Nullable String refusal(@Nullable String arguments) {
    String enabled = enabled(arguments);
    if ("false".equalsIgnoreCase(enabled)) {
      return "";
    }
    String version = System.getProperty("java.specification.version", "");
    if (feature(version) < OLDEST) {
      return "Java " + version + " is not supported: Weft needs Java 8 or later; not started";
    }
    boolean asked = "true".equalsIgnoreCase(enabled);
    return !asked && isTool(System.getProperty("sun.java.command", "")) ? "" : null;
  }

  /** Returns whether there is a security manager; later JVMs may not even have the question. */
  static boolean secured() {
    try {
      return System.getSecurityManager() != null;
    } catch (LinkageError none) {
      return false;
    }
  }

  private static @Nullable String enabled(@Nullable String arguments) {
    String property = System.getProperty(ENABLED);
    if (property != null) {
      return property.trim();
    }
    String argument = argument(arguments);
    if (argument != null) {
      return argument;
    }
    String variable = System.getenv("OTEL_JAVAAGENT_ENABLED");
    return variable == null ? null : variable.trim();
  }

  private static @Nullable String argument(@Nullable String arguments) {
    if (arguments == null) {
      return null;
    }
    String found = null;
    for (String argument : arguments.split(";", -1)) {
      String trimmed = argument.trim();
      if (trimmed.startsWith(ENABLED + "=")) {
        found = trimmed.substring(ENABLED.length() + 1).trim();
      }
    }
    return found;
  }

  /** {@code 1.8} is 8, {@code 17} is 17; what cannot be read is taken for recent. */
  private static int feature(String version) {
    String number = version.startsWith("1.") ? version.substring(2) : version;
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      return OLDEST;
    }
  }

  /** The command is {@code [module/]main-class arguments} or {@code file.jar arguments}. */
  private static boolean isTool(String command) {
    int end = command.indexOf(' ');
    String main = end < 0 ? command : command.substring(0, end);
    int slash = main.indexOf('/');
    if (main.endsWith(".jar")) {
      return false;
    }
    String name = slash > 0 ? main.substring(slash + 1) : main;
    for (String tool : TOOLS) {
      if (name.startsWith(tool)) {
        return true;
      }
    }
    return false;
  }
}
