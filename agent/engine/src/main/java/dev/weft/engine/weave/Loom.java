// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.api.Methods;
import dev.weft.engine.Log;
import dev.weft.engine.weave.WeavingTransformer.Match;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Weaves classes, by rules that were compiled when the agent was built. Thread-safe. */
final class Loom {
  private final Map<String, List<Rule>> rules = new ConcurrentHashMap<>();
  private final ClassLoader agent;
  private final InstrumentationLoaders loaders;
  private final InstrumentationFiles files;
  private final ReferenceCheck references;
  private final Ancestry ancestry;
  private final Explanation explanation;

  Loom(
      ClassLoader agent,
      InstrumentationLoaders loaders,
      InstrumentationFiles files,
      Ancestry ancestry,
      Explanation explanation) {
    this.agent = agent;
    this.loaders = loaders;
    this.files = files;
    this.references = new ReferenceCheck(files);
    this.ancestry = ancestry;
    this.explanation = explanation;
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
    List<Advised> advice = new ArrayList<>();
    boolean carrying = false;
    String woven = "";
    for (Match match : matches) {
      if (!serves(match.state, loader, visible, internalName, classFile)) {
        continue;
      }
      for (Rule rule : rulesOf(match.state)) {
        if (applies(rule, match, internalName)) {
          String name = match.state.name();
          woven = woven.contains(name) ? woven : woven + " " + name;
          carrying |= rule.carrying;
          for (Rule.Advised advised : rule.advised) {
            advice.add(new Advised(name, advised));
          }
        }
      }
    }
    ClassHeader header = woven.isEmpty() ? null : ClassHeader.read(classFile);
    if (header == null) {
      return null;
    }
    carrying = carrying && CarrierVisitor.possible(redefined, header, ancestry, visible);
    Rounds rounds = new Rounds(ancestry, visible, internalName, classFile, header.version());
    Map<String, Survey.Found> found = rounds.survey(new Declared(advice));
    explain(advice, found, internalName, loader);
    byte[] made = rounds.weave(found, new Declared(advice), carrying);
    explanation.woven(internalName, loader, woven, classFile, made);
    return made;
  }

  private static boolean applies(Rule rule, Match match, String internalName) {
    return rule.root == null
        ? match.byName && rule.names.contains(internalName)
        : match.roots.contains(rule.root);
  }

  private boolean serves(
      InstrumentationState state,
      @Nullable ClassLoader loader,
      ClassLoader visible,
      String internalName,
      byte[] classFile)
      throws Exception {
    ReferenceCheck.Answer answer =
        references.answer(state.entry(), visible, internalName, classFile);
    if (answer.fresh && answer.problem != null) {
      String served = instrumentation(state.entry()).served();
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

  private void explain(
      List<Advised> advice,
      Map<String, Survey.Found> found,
      String internalName,
      @Nullable ClassLoader loader) {
    if (!explanation.wanted(internalName)) {
      return;
    }
    for (Advised one : advice) {
      String woven = one.woven.owner + " weaves " + one.woven.advice.type + " into";
      String methods = "";
      for (Map.Entry<String, Survey.Found> method : found.entrySet()) {
        methods += method.getValue().advice.contains(one.woven) ? " " + method.getKey() : "";
      }
      String nothing = " nothing: no declared method matches";
      explanation.say(internalName, loader, woven + (methods.isEmpty() ? nothing : methods));
    }
  }

  private List<Rule> rulesOf(InstrumentationState state) throws IOException {
    List<Rule> known = rules.get(state.name());
    if (known == null) {
      try (DataInputStream in = files.rules(state.name())) {
        known = Rule.readAll(in);
      }
      rules.put(state.name(), known);
    }
    return known;
  }

  private LibraryInstrumentation instrumentation(Index.Entry entry) throws Exception {
    return (LibraryInstrumentation)
        agent.loadClass(entry.type).getDeclaredConstructor().newInstance();
  }

  /** An advice of an instrumentation, and into which methods it is woven. */
  private static final class Advised {
    private final Methods methods;
    private final Survey.Advice woven;

    Advised(String instrumentation, Rule.Advised advised) {
      methods = advised.methods;
      woven = new Survey.Advice(instrumentation, advised.advice);
    }
  }

  /** Chooses by what the instrumentations have declared. */
  private static final class Declared implements Survey.Wanted {
    private final List<Advised> advice;

    Declared(List<Advised> advice) {
      this.advice = advice;
    }

    @Override
    public List<Survey.Advice> of(
        int access, String name, String descriptor, String @Nullable [] exceptions) {
      List<Survey.Advice> found = new ArrayList<>(1);
      for (Advised one : advice) {
        if (one.methods.include(access, name, descriptor, exceptions)) {
          found.add(one.woven);
        }
      }
      return found;
    }
  }
}
