// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Classes that users do not want to be woven, by their own name or by that of their class loader's
 * class; a trailing {@code *} stands for any rest. Immutable.
 */
public final class Exclusions {
  private final String[] classes;
  private final String[] loaders;

  /** Creates them. */
  public Exclusions(Collection<String> classNames, Collection<String> loaderClassNames) {
    classes = classNames.toArray(new String[0]);
    loaders = loaderClassNames.toArray(new String[0]);
  }

  /** Returns whether a class is excluded. */
  public boolean exclude(ClassLoader loader, String internalName) {
    return settingAgainst(loader, internalName) != null;
  }

  /** Returns the setting that excludes a class, or null. */
  @Nullable String settingAgainst(@Nullable ClassLoader loader, String internalName) {
    if (classes.length > 0 && hit(classes, internalName.replace('/', '.'))) {
      return "otel.javaagent.exclude-classes";
    }
    if (loader != null && loaders.length > 0 && hit(loaders, loader.getClass().getName())) {
      return "otel.javaagent.exclude-class-loaders";
    }
    return null;
  }

  private static boolean hit(String[] patterns, String name) {
    for (String pattern : patterns) {
      int last = pattern.length() - 1;
      boolean open = last >= 0 && pattern.charAt(last) == '*';
      if (open ? name.startsWith(pattern.substring(0, last)) : name.equals(pattern)) {
        return true;
      }
    }
    return false;
  }
}
