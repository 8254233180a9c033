// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.resource;

import dev.weft.engine.Log;
import dev.weft.engine.config.Configuration;
import dev.weft.engine.config.Key;
import dev.weft.engine.config.Keys;
import java.util.List;

/**
 * Which parts of detection are on: users may switch each on and off. Where some are switched on,
 * the others are off.
 */
final class ResourceProviders {
  private final List<String> enabled;
  private final List<String> disabled;

  ResourceProviders(Configuration configuration) {
    this.enabled = known(configuration, Keys.ENABLED_RESOURCE_PROVIDERS);
    this.disabled = known(configuration, Keys.DISABLED_RESOURCE_PROVIDERS);
  }

  private static List<String> known(Configuration configuration, Key key) {
    List<String> names = configuration.list(key);
    for (String name : names) {
      if (!isKnown(name)) {
        Log.line(key.name() + ": Weft has no resource provider " + name);
      }
    }
    return names;
  }

  private static boolean isKnown(String name) {
    for (ResourceProvider provider : ResourceProvider.values()) {
      if (provider.type.equals(name)) {
        return true;
      }
    }
    return false;
  }

  boolean on(ResourceProvider provider) {
    boolean wanted = enabled.isEmpty() || enabled.contains(provider.type);
    return wanted && !disabled.contains(provider.type);
  }
}
