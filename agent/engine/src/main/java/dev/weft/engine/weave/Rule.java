// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.api.Methods;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which classes are woven, and with what. Compiled when the agent is built, so that an
 * instrumentation's own classes and annotations need not be read to weave. Immutable.
 */
public final class Rule {
  final List<String> names;
  final @Nullable String root;
  final boolean carrying;
  final List<Advised> advised;

  /**
   * Creates it.
   *
   * @param names internal names of classes; not used where there is a root
   * @param root the internal name of the root of a hierarchy, or null
   * @param carrying whether instances carry a value in a field
   */
  public Rule(List<String> names, @Nullable String root, boolean carrying, List<Advised> advised) {
    this.names = names;
    this.root = root;
    this.carrying = carrying;
    this.advised = advised;
  }

  /** Reads what {@link #writeAll} has written. */
  static List<Rule> readAll(DataInputStream in) throws IOException {
    List<Rule> rules = new ArrayList<>();
    for (int count = in.readUnsignedShort(); count > 0; count--) {
      List<String> names = texts(in);
      String root = in.readUTF();
      boolean carrying = in.readBoolean();
      List<Advised> advised = new ArrayList<>();
      for (int methods = in.readUnsignedShort(); methods > 0; methods--) {
        advised.add(Advised.read(in));
      }
      rules.add(new Rule(names, root.isEmpty() ? null : root, carrying, advised));
    }
    return rules;
  }

  /** Writes rules. */
  public static void writeAll(List<Rule> rules, DataOutputStream out) throws IOException {
    out.writeShort(rules.size());
    for (Rule rule : rules) {
      write(rule.names, out);
      out.writeUTF(rule.root == null ? "" : rule.root);
      out.writeBoolean(rule.carrying);
      out.writeShort(rule.advised.size());
      for (Advised advised : rule.advised) {
        advised.write(out);
      }
    }
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int count = in.readUnsignedShort(); count > 0; count--) {
      texts.add(in.readUTF());
    }
    return texts;
  }

  private static void write(List<String> texts, DataOutputStream out) throws IOException {
    out.writeShort(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  /** Which methods are woven with an advice. Immutable. */
  public static final class Advised {
    final Methods methods;
    final WovenAdvice advice;

    /** Creates it. */
    public Advised(Methods methods, WovenAdvice advice) {
      this.methods = methods;
      this.advice = advice;
    }

    private static Advised read(DataInputStream in) throws IOException {
      String[] names = texts(in).toArray(new String[0]);
      Methods methods = new Methods(names, in.readBoolean(), in.readUTF(), in.readUTF());
      return new Advised(methods, WovenAdvice.read(in));
    }

    private void write(DataOutputStream out) throws IOException {
      Rule.write(java.util.Arrays.asList(methods.names()), out);
      out.writeBoolean(methods.onlyPublic());
      out.writeUTF(methods.parameters());
      out.writeUTF(methods.exception());
      advice.write(out);
    }
  }
}
