// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.api.WeakIdentityMap;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The instrumentation loaders of all application loaders. They are held by the call sites of the
 * classes that are woven with them, and only weakly here, so that an application that is undeployed
 * takes them along. Thread-safe.
 */
final class InstrumentationLoaders {
  private final ClassLoader agent;
  private final ClassLoader platform;
  private final WeakIdentityMap<ClassLoader, Map<String, WeakReference<InstrumentationLoader>>>
      byApplication = new WeakIdentityMap<>();

  InstrumentationLoaders(ClassLoader agent) {
    this.agent = agent;
    this.platform = platform(agent);
  }

  /** Returns the loader for an instrumentation and the loader of a woven class, null for boot. */
  InstrumentationLoader of(Index.Entry instrumentation, @Nullable ClassLoader application) {
    ClassLoader visible = application == null ? platform : application;
    Map<String, WeakReference<InstrumentationLoader>> loaders = byApplication.get(visible);
    if (loaders == null) {
      loaders = new ConcurrentHashMap<>();
      Map<String, WeakReference<InstrumentationLoader>> other =
          byApplication.putIfAbsent(visible, loaders);
      loaders = other == null ? loaders : other;
    }
    synchronized (loaders) {
      WeakReference<InstrumentationLoader> known = loaders.get(instrumentation.name);
      InstrumentationLoader loader = known == null ? null : known.get();
      if (loader == null) {
        loader = new InstrumentationLoader(packageOf(instrumentation.type), agent, visible);
        loaders.put(instrumentation.name, new WeakReference<>(loader));
      }
      return loader;
    }
  }

  /** Returns the class loader for resources of a woven class: boot classes are seen from below. */
  ClassLoader visible(@Nullable ClassLoader application) {
    return application == null ? platform : application;
  }

  private static String packageOf(String type) {
    return type.substring(0, type.lastIndexOf('.') + 1);
  }

  /** The agent's own loader has the platform as its parent; in process it is the system loader. */
  private static ClassLoader platform(ClassLoader agent) {
    ClassLoader parent = agent.getParent();
    return parent == null ? agent : parent;
  }
}
