// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.engine.Log;
import dev.weft.engine.weave.WeavingTransformer.Match;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.InstrumentedType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Weaves classes with ByteBuddy, without its {@code AgentBuilder}: that is the greater part of what
 * a first match costs at start-up. Thread-safe.
 */
final class Loom {
  private final ByteBuddy byteBuddy =
      new ByteBuddy(ClassFileVersion.JAVA_V8)
          .with(TypeValidation.DISABLED)
          .with(MethodGraph.Compiler.ForDeclaredMethods.INSTANCE)
          .with(InstrumentedType.Factory.Default.FROZEN)
          .with(Implementation.Context.Disabled.Factory.INSTANCE);

  private final Map<String, List<Rules.Rule>> rules = new ConcurrentHashMap<>();
  private final ClassLoader agent;
  private final InstrumentationLoaders loaders;
  private final ReferenceCheck references;
  private final Explanation explanation;
  private final AdviceFactory adviceFactory;

  Loom(
      ClassLoader agent,
      InstrumentationLoaders loaders,
      ReferenceSource source,
      Explanation explanation)
      throws ReflectiveOperationException {
    this.agent = agent;
    this.loaders = loaders;
    this.explanation = explanation;
    this.references = new ReferenceCheck(source);
    this.adviceFactory = new AdviceFactory();
  }

  /** Returns the woven class, or null where nothing of it is woven after all. */
  byte @Nullable [] weave(
      @Nullable ClassLoader loader,
      String internalName,
      byte[] classFile,
      @Nullable Class<?> redefined,
      List<Match> matches)
      throws Exception {
    ClassLoader visible = loaders.visible(loader);
    String name = internalName.replace('/', '.');
    ClassFileLocator locator =
        new ClassFileLocator.Compound(
            ClassFileLocator.Simple.of(name, classFile), new ResourceLocator(visible));
    TypePool pool = pool(locator);
    DynamicType.Builder<?> builder = null;
    TypeDescription type = null;
    boolean carrying = false;
    String woven = "";
    for (Match match : matches) {
      if (!serves(match.state, loader, visible, pool, internalName)) {
        continue;
      }
      for (Rules.Rule rule : rulesOf(match.state)) {
        if (!applies(rule, match, internalName)) {
          continue;
        }
        if (builder == null || type == null) {
          type = pool.describe(name).resolve();
          builder = byteBuddy.decorate(type, locator);
        }
        woven = woven.contains(match.state.name()) ? woven : woven + " " + match.state.name();
        for (Rules.AdvisedMethod method : rule.advice) {
          builder = advised(builder, match.state, method, visible);
          explain(match.state, method, type, internalName, loader);
        }
        carrying |= rule.carrying;
      }
    }
    if (builder == null || type == null) {
      return null;
    }
    ClassHeader header = ClassHeader.read(classFile);
    if (header != null && header.version() < OldClassFile.INVOKEDYNAMIC) {
      builder = builder.visit(new OldClassFile());
    }
    if (carrying && CarrierVisitor.possible(redefined, type)) {
      builder = builder.visit(new CarrierVisitor());
    }
    byte[] made = builder.make(pool).getBytes();
    explanation.woven(internalName, loader, woven);
    return made;
  }

  private static boolean applies(Rules.Rule rule, Match match, String internalName) {
    return rule.root == null
        ? match.byName && rule.names.contains(internalName)
        : match.roots.contains(rule.root);
  }

  private boolean serves(
      InstrumentationState state,
      @Nullable ClassLoader loader,
      ClassLoader visible,
      TypePool pool,
      String internalName)
      throws Exception {
    ReferenceCheck.Answer answer = references.answer(state.entry(), visible, pool);
    if (answer.fresh && answer.problem != null) {
      LibraryInstrumentation instrumentation = instrumentation(state.entry());
      String served = instrumentation.served();
      Log.line(
          state.name()
              + ": not woven in "
              + Explanation.named(loader)
              + ": the library has no "
              + answer.problem
              + (served.isEmpty() ? "" : "; served: " + served));
    }
    if (answer.problem != null) {
      explanation.say(
          internalName, loader, state.name() + " cannot serve it: no " + answer.problem);
    }
    return answer.problem == null;
  }

  private DynamicType.Builder<?> advised(
      DynamicType.Builder<?> builder,
      InstrumentationState state,
      Rules.AdvisedMethod method,
      ClassLoader visible) {
    ClassFileLocator locator =
        new ClassFileLocator.Compound(new ResourceLocator(agent), new ResourceLocator(visible));
    TypeDescription adviceType = pool(locator).describe(method.advice).resolve();
    Advice advice = adviceFactory.create(state.name(), adviceType, locator);
    return builder.visit(advice.on(method.methods));
  }

  private void explain(
      InstrumentationState state,
      Rules.AdvisedMethod method,
      TypeDescription type,
      String internalName,
      @Nullable ClassLoader loader) {
    if (!explanation.wanted(internalName)) {
      return;
    }
    if (type.getDeclaredMethods().filter(method.methods).isEmpty()) {
      explanation.say(
          internalName,
          loader,
          state.name() + " would weave " + method.advice + ", but no declared method matches");
    }
    for (MethodDescription declared : type.getDeclaredMethods().filter(method.methods)) {
      explanation.say(
          internalName,
          loader,
          state.name() + " weaves " + method.advice + " into " + declared.toGenericString());
    }
  }

  private List<Rules.Rule> rulesOf(InstrumentationState state) throws Exception {
    List<Rules.Rule> known = rules.get(state.name());
    if (known == null) {
      known = Rules.of(instrumentation(state.entry()));
      rules.put(state.name(), known);
    }
    return known;
  }

  private LibraryInstrumentation instrumentation(Index.Entry entry) throws Exception {
    return (LibraryInstrumentation)
        agent.loadClass(entry.type).getDeclaredConstructor().newInstance();
  }

  private static TypePool pool(ClassFileLocator locator) {
    return new TypePool.Default.WithLazyResolution(
        new TypePool.CacheProvider.Simple(), locator, TypePool.Default.ReaderMode.FAST);
  }
}
