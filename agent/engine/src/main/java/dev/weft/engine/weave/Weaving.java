// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.engine.Log;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that weaves, put together; what is dear is made when a first class matches. */
public final class Weaving {
  private final Instrumentation instrumentation;
  private final Index index;
  private final InstrumentationFiles files;
  private final Ancestry ancestry = new Ancestry();
  private final ClassLoader agent;
  private final boolean isolated;
  private final Explanation explanation;
  private final Exclusions excluded;
  private final Runnable beforeFirst;
  private final Map<String, InstrumentationState> states = new LinkedHashMap<>();
  private @Nullable RuleLinks rules;
  private @Nullable Loom loom;

  /**
   * Creates it.
   *
   * @param isolated whether {@code agent} loads nothing but the agent
   * @param excluded what is never woven
   * @param explanation says what happens to classes
   * @param beforeFirst run before the first class is woven
   */
  public Weaving(
      Instrumentation instrumentation,
      Index index,
      InstrumentationFiles files,
      ClassLoader agent,
      boolean isolated,
      Exclusions excluded,
      Explanation explanation,
      Runnable beforeFirst) {
    this.instrumentation = instrumentation;
    this.index = index;
    this.files = files;
    this.agent = agent;
    this.isolated = isolated;
    this.excluded = excluded;
    this.explanation = explanation;
    this.beforeFirst = beforeFirst;
    for (Index.Entry entry : index.entries()) {
      states.put(entry.name, new InstrumentationState(entry));
    }
  }

  /** Registers the transformer, and weaves what is loaded already and matches. */
  public void start() {
    Matches matches = new Matches(states, ancestry, isolated ? agent : null, excluded, explanation);
    WeavingTransformer transformer =
        new WeavingTransformer(index, matches, new OnDemand(), explanation);
    instrumentation.addTransformer(transformer, true);
    // many, and nothing is compiled yet: one look-up for each
    Set<String> names = index.classNames();
    OtherAgents.addClassNames(names);
    List<Class<?>> matching = new ArrayList<>();
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (names.contains(loaded.getName())) {
        String internalName = loaded.getName().replace('.', '/');
        transformer.loaded(internalName);
        if (index.named(internalName).length > 0 && instrumentation.isModifiableClass(loaded)) {
          matching.add(loaded);
        }
      } else if (mayDescend(loaded, matches) && instrumentation.isModifiableClass(loaded)) {
        matching.add(loaded);
      }
    }
    reweave(matching);
  }

  /**
   * Classes of the application may be there before us: from an AOT cache, or where we come late.
   */
  private boolean mayDescend(Class<?> loaded, Matches matches) {
    ClassLoader loader = loaded.getClassLoader();
    return loader != null
        && loader != agent
        && !loaded.isArray()
        && matches.hinted(loaded.getName().replace('.', '/'));
  }

  /** A class, not a lambda: the first lambda of a JVM is dear, and this is before main. */
  private final class OnDemand implements WeavingTransformer.LoomSource {
    @Override
    public Loom get() throws Exception {
      return loom();
    }
  }

  /**
   * Weaves loaded classes anew. All at once, since for each time the JVM stops and goes through all
   * classes; one at a time where that fails, as one that cannot be retransformed must not take
   * others along.
   */
  public void reweave(List<Class<?>> loaded) {
    if (loaded.isEmpty()) {
      return;
    }
    try {
      instrumentation.retransformClasses(loaded.toArray(new Class<?>[0]));
    } catch (Throwable refused) {
      for (Class<?> one : loaded) {
        reweave(one);
      }
    }
  }

  private void reweave(Class<?> loaded) {
    try {
      instrumentation.retransformClasses(loaded);
    } catch (Throwable thrown) {
      Log.line("not woven: " + loaded.getName() + ": " + Log.cause(thrown));
    }
  }

  /** Returns whether a class loader is that of an instrumentation. */
  public static boolean isInstrumentation(ClassLoader loader) {
    return loader instanceof InstrumentationLoader;
  }

  /** Sets who answers woven telemetry rules; before anything is woven. */
  public synchronized void rules(RuleLinks links) {
    rules = links;
  }

  /** Makes everything ready for weaving. */
  public void prepare() throws Exception {
    loom();
  }

  private synchronized Loom loom() throws Exception {
    Loom known = loom;
    if (known == null) {
      InstrumentationLoaders loaders = new InstrumentationLoaders(agent);
      Bridge.define(instrumentation, agent);
      AdviceLinker.connect(states, loaders, rules);
      beforeFirst.run();
      known = new Loom(agent, loaders, files, ancestry, explanation);
      loom = known;
    }
    return known;
  }
}
