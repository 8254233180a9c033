// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.api.LibraryInstrumentation;
import dev.weft.engine.Log;
import dev.weft.engine.weave.WeavingTransformer.Match;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
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
    List<Survey.Advice> advice = new ArrayList<>();
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
            advice.add(new Survey.Advice(name, advised));
          }
        }
      }
    }
    ClassHeader header = woven.isEmpty() ? null : ClassHeader.read(classFile);
    if (header == null) {
      return null;
    }
    carrying &= CarrierVisitor.possible(redefined, header, ancestry, visible);
    byte[] made = made(loader, visible, internalName, classFile, header, advice, carrying);
    explanation.woven(internalName, loader, woven, classFile, made);
    return made;
  }

  private static boolean applies(Rule rule, Match match, String internalName) {
    return rule.root == null
        ? match.byName && rule.names.contains(internalName)
        : match.roots.contains(rule.root);
  }

  /** The last advice of a method lies next to its own code, the first outermost. */
  private byte[] made(
      @Nullable ClassLoader loader,
      ClassLoader visible,
      String internalName,
      byte[] classFile,
      ClassHeader header,
      List<Survey.Advice> advice,
      boolean carrying) {
    byte[] made = classFile;
    ClassReader reader = ClassFiles.reader(made);
    Map<String, Survey.Found> found = Survey.of(reader, advice);
    explain(advice, found, internalName, loader);
    int rounds = 1;
    for (Survey.Found method : found.values()) {
      rounds = Math.max(rounds, method.advice.size());
    }
    boolean old = header.version() < OldClassFile.INVOKEDYNAMIC;
    for (int round = rounds - 1; round >= 0; round--) {
      boolean last = round == 0;
      ClassWriter writer =
          old ? new FrameWriter(reader, ancestry, visible) : new ClassWriter(reader, 0);
      ClassVisitor next = old ? new OldClassFile(writer) : writer;
      next = carrying && last ? new CarrierVisitor(next, internalName) : next;
      next = new WovenClass(next, found, internalName, round);
      reader.accept(next, old ? ClassReader.SKIP_FRAMES : ClassReader.EXPAND_FRAMES);
      made = ClassFiles.sameVersion(writer.toByteArray(), classFile);
      if (!last) {
        reader = ClassFiles.reader(made);
        found = Survey.of(reader, advice);
      }
    }
    return made;
  }

  private boolean serves(
      InstrumentationState state,
      @Nullable ClassLoader loader,
      ClassLoader visible,
      String internalName,
      byte[] classFile)
      throws Exception {
    ReferenceCheck.Answer answer =
        references.answer(
            state.entry(), visible, () -> new Library(visible, internalName, classFile));
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
      List<Survey.Advice> advice,
      Map<String, Survey.Found> found,
      String internalName,
      @Nullable ClassLoader loader) {
    if (!explanation.wanted(internalName)) {
      return;
    }
    for (Survey.Advice one : advice) {
      String woven = one.instrumentation + " weaves " + one.rule.advice.type + " into";
      String methods = "";
      for (Map.Entry<String, Survey.Found> method : found.entrySet()) {
        methods += method.getValue().advice.contains(one) ? " " + method.getKey() : "";
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
}
