// SPDX-License-Identifier: Apache-2.0
package dev.weft.api.db;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One or more configured servers. Anything that does not look like a host makes a list unusable.
 */
final class JdbcHosts {
  private static final int MOST_IN_ADDRESS = 5;
  private static final int LONGEST_NAME = 255;

  private final List<String> names = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();

  /** Reads {@code host:port,[ipv6]:port,…}; returns null if any of it is unusable. */
  static @Nullable JdbcHosts parse(String list) {
    JdbcHosts hosts = new JdbcHosts();
    for (String entry : list.split(",", -1)) {
      if (!hosts.add(entry.trim())) {
        return null;
      }
    }
    return hosts;
  }

  /** Adds {@code host}, {@code host:port} or an IPv6 address; returns whether it is usable. */
  boolean add(String entry) {
    if (entry.startsWith("[")) {
      int end = entry.indexOf(']');
      return end > 0 && add(entry.substring(1, end), afterColon(entry, end + 1));
    }
    int colon = entry.indexOf(':');
    if (colon != entry.lastIndexOf(':')) {
      return add(entry, "");
    }
    return colon < 0 ? add(entry, "") : add(entry.substring(0, colon), entry.substring(colon + 1));
  }

  /** Returns whether there is one host. */
  boolean single() {
    return names.size() == 1;
  }

  /** Adds a host and its port, which may be empty; returns whether both are usable. */
  boolean add(@Nullable String name, @Nullable String port) {
    if (name == null || port == null || !isHost(name)) {
      return false;
    }
    int number = port.isEmpty() ? JdbcUrl.NO_PORT : number(port);
    if (!port.isEmpty() && number < 0) {
      return false;
    }
    names.add(name);
    ports.add(number);
    return true;
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  @Nullable String address(int usualPort) {
    if (names.size() == 1) {
      return names.get(0);
    }
    boolean withPorts = false;
    for (int port : ports) {
      withPorts |= port != JdbcUrl.NO_PORT && port != usualPort;
    }
    StringBuilder address = new StringBuilder();
    for (int i = 0; i < Math.min(names.size(), MOST_IN_ADDRESS); i++) {
      address.append(i == 0 ? "" : ",");
      int port = ports.get(i) == JdbcUrl.NO_PORT ? usualPort : ports.get(i);
      append(address, names.get(i), withPorts ? port : JdbcUrl.NO_PORT);
    }
    return address.length() == 0 ? null : address.toString();
  }

  int port(int usualPort) {
    boolean unusual = ports.size() == 1 && ports.get(0) != usualPort;
    return unusual ? ports.get(0) : JdbcUrl.NO_PORT;
  }

  private static void append(StringBuilder address, String name, int port) {
    if (port == JdbcUrl.NO_PORT) {
      address.append(name);
    } else if (name.indexOf(':') >= 0) {
      address.append('[').append(name).append("]:").append(port);
    } else {
      address.append(name).append(':').append(port);
    }
  }

  private static @Nullable String afterColon(String entry, int index) {
    if (index == entry.length()) {
      return "";
    }
    return entry.charAt(index) == ':' ? entry.substring(index + 1) : null;
  }

  private static boolean isHost(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return false;
    }
    boolean ipv6 = name.indexOf(':') >= 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean address = Character.digit(c, 16) >= 0 || c == ':' || c == '.';
      boolean inZone = name.lastIndexOf('%', i) >= 0;
      boolean plain = Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
      if (ipv6 ? !address && !inZone : !plain) {
        return false;
      }
    }
    return true;
  }

  static boolean isPort(String text) {
    return number(text) != JdbcUrl.NO_PORT;
  }

  private static int number(String port) {
    int number = 0;
    for (int i = 0; i < port.length(); i++) {
      int digit = port.charAt(i) - '0';
      if (digit < 0 || digit > 9 || number > 65535) {
        return JdbcUrl.NO_PORT;
      }
      number = number * 10 + digit;
    }
    return number == 0 || number > 65535 ? JdbcUrl.NO_PORT : number;
  }
}
