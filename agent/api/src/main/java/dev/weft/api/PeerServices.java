// SPDX-License-Identifier: Apache-2.0
package dev.weft.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What users call the services that a process calls: {@code peer.service} by host, host and port,
 * or host, port and path. Costs nothing where no names are given. Thread-safe.
 */
public final class PeerServices {
  private static final int ANY_PORT = -1;

  private static volatile Map<String, List<Rule>> rules = new HashMap<>();

  private PeerServices() {}

  /**
   * Sets the names; called by the engine before anything is woven.
   *
   * @param names by {@code host[:port][/path]}
   */
  public static void install(Map<String, String> names) {
    Map<String, List<Rule>> byHost = new HashMap<>();
    for (Map.Entry<String, String> name : names.entrySet()) {
      String peer = name.getKey();
      int slash = peer.indexOf('/');
      String path = slash < 0 ? "" : peer.substring(slash);
      String address = slash < 0 ? peer : peer.substring(0, slash);
      int colon = address.lastIndexOf(':');
      int port = colon <= address.lastIndexOf(']') ? ANY_PORT : port(address, colon + 1);
      String host = port == ANY_PORT ? address : address.substring(0, colon);
      byHost
          .computeIfAbsent(withoutBrackets(host), any -> new ArrayList<>(1))
          .add(new Rule(port, path, name.getValue()));
    }
    rules = byHost;
  }

  /**
   * Returns the name of a service, or null.
   *
   * @param port negative where it is not known
   * @param path of the request, or null; the longest that it begins with counts
   */
  public static @Nullable String nameOf(@Nullable String host, int port, @Nullable String path) {
    Map<String, List<Rule>> known = rules;
    if (known.isEmpty() || host == null) {
      return null;
    }
    List<Rule> ofHost = known.get(withoutBrackets(host));
    Rule best = null;
    for (int i = 0; ofHost != null && i < ofHost.size(); i++) {
      Rule rule = ofHost.get(i);
      if (rule.matches(port, path) && (best == null || rule.weight() > best.weight())) {
        best = rule;
      }
    }
    return best == null ? null : best.name;
  }

  private static int port(String address, int start) {
    try {
      return Integer.parseInt(address.substring(start));
    } catch (NumberFormatException notPort) {
      return ANY_PORT;
    }
  }

  private static String withoutBrackets(String host) {
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return bracketed ? host.substring(1, host.length() - 1) : host;
  }

  private static final class Rule {
    final int port;
    final String path;
    final String name;

    Rule(int port, String path, String name) {
      this.port = port;
      this.path = path;
      this.name = name;
    }

    boolean matches(int actualPort, @Nullable String actualPath) {
      return (port == ANY_PORT || port == actualPort)
          && (path.isEmpty() || actualPath != null && actualPath.startsWith(path));
    }

    /** A port says more than any path. */
    int weight() {
      return (port == ANY_PORT ? 0 : 1 << 16) + path.length();
    }
  }
}
