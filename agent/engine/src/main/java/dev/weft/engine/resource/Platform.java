// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.resource;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;

/** The host, the operating system and the process. Nothing here waits for a network. */
final class Platform {
  private static final String[][] OPERATING_SYSTEMS = {
    {"windows", "windows"},
    {"linux", "linux"},
    {"mac", "darwin"},
    {"freebsd", "freebsd"},
    {"netbsd", "netbsd"},
    {"openbsd", "openbsd"},
    {"dragonflybsd", "dragonflybsd"},
    {"hp-ux", "hpux"},
    {"aix", "aix"},
    {"solaris", "solaris"},
    {"sunos", "solaris"},
    {"z/os", "zos"},
    {"os/390", "zos"},
  };

  private Platform() {}

  static void host(Surroundings surroundings, Map<String, Object> into) {
    String arch = surroundings.property("os.arch");
    put(
        into,
        "host.arch",
        arch.equals("x86_64") ? "amd64" : arch.equals("aarch64") ? "arm64" : arch);
    // Asking InetAddress for the name of the host may ask a name server, and wait for it.
    String[] names = {
      surroundings.variable("HOSTNAME"),
      surroundings.line("/proc/sys/kernel/hostname"),
      surroundings.variable("COMPUTERNAME"),
      surroundings.line("/etc/hostname"),
    };
    for (String name : names) {
      if (name != null) {
        into.put("host.name", name);
        return;
      }
    }
  }

  static void operatingSystem(Surroundings surroundings, Map<String, Object> into) {
    String name = surroundings.property("os.name");
    String lower = name.toLowerCase(Locale.ROOT);
    for (String[] known : OPERATING_SYSTEMS) {
      if (lower.startsWith(known[0])) {
        into.put("os.type", known[1]);
        break;
      }
    }
    String version = surroundings.property("os.version");
    put(into, "os.version", version);
    put(into, "os.description", (name + " " + version).trim());
  }

  static void process(Surroundings surroundings, Map<String, Object> into) {
    long pid = pid();
    if (pid > 0) {
      into.put("process.pid", pid);
    }
    String home = surroundings.property("java.home");
    if (!home.isEmpty()) {
      boolean windows = "windows".equals(into.get("os.type"));
      String java = home + File.separator + "bin" + File.separator + "java";
      into.put("process.executable.path", windows ? java + ".exe" : java);
    }
  }

  static void runtime(Surroundings surroundings, Map<String, Object> into) {
    put(into, "process.runtime.name", surroundings.property("java.runtime.name"));
    put(into, "process.runtime.version", surroundings.property("java.runtime.version"));
    String vendor = surroundings.property("java.vm.vendor");
    String name = surroundings.property("java.vm.name");
    String version = surroundings.property("java.vm.version");
    put(into, "process.runtime.description", vendor + " " + name + " " + version);
  }

  private static void put(Map<String, Object> into, String key, String value) {
    if (!value.trim().isEmpty()) {
      into.put(key, value);
    }
  }

  /** {@code ProcessHandle} is of Java 9; on Java 8 Linux tells through its file system. */
  private static long pid() {
    try {
      Class<?> type = Class.forName("java.lang.ProcessHandle");
      Method pid = type.getMethod("pid");
      return (Long) pid.invoke(type.getMethod("current").invoke(null));
    } catch (ReflectiveOperationException java8) {
      try {
        return Long.parseLong(new File("/proc/self").getCanonicalFile().getName());
      } catch (IOException | NumberFormatException unknown) {
        return 0;
      }
    }
  }
}
