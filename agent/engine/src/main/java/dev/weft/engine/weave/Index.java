// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is woven, as far as names tell: made at build time, so that at run time nothing of an
 * instrumentation is loaded before one of its targets appears. Immutable after reading.
 */
public final class Index {
  /** The name of the resource that holds the index. */
  public static final String RESOURCE = "weft.index";

  private static final Entry[] NONE = {};

  private final List<Entry> entries;
  private final Map<String, Entry[]> byName = new HashMap<>();

  /** Creates an index of some instrumentations. */
  public Index(List<Entry> entries) {
    this.entries = entries;
    for (Entry entry : entries) {
      for (String name : entry.names) {
        Entry[] others = byName.get(name);
        Entry[] own = {entry};
        byName.put(name, others == null ? own : joined(others, own));
      }
    }
  }

  /** Reads what {@link #write} has written. */
  public static Index read(DataInputStream in) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (int count = in.readUnsignedShort(); count > 0; count--) {
      String name = in.readUTF();
      String type = in.readUTF();
      String[] names = readNames(in);
      Root[] roots = new Root[in.readUnsignedShort()];
      for (int i = 0; i < roots.length; i++) {
        roots[i] = new Root(in.readUTF(), readNames(in));
      }
      entries.add(new Entry(name, type, names, roots, in.readBoolean()));
    }
    return new Index(entries);
  }

  /** Writes the index. */
  public void write(DataOutputStream out) throws IOException {
    out.writeShort(entries.size());
    for (Entry entry : entries) {
      out.writeUTF(entry.name);
      out.writeUTF(entry.type);
      writeNames(out, entry.names);
      out.writeShort(entry.roots.length);
      for (Root root : entry.roots) {
        out.writeUTF(root.type);
        writeNames(out, root.hints);
      }
      out.writeBoolean(entry.observing);
    }
  }

  private static String[] readNames(DataInputStream in) throws IOException {
    String[] names = new String[in.readUnsignedShort()];
    for (int i = 0; i < names.length; i++) {
      names[i] = in.readUTF();
    }
    return names;
  }

  private static void writeNames(DataOutputStream out, String[] names) throws IOException {
    out.writeShort(names.length);
    for (String name : names) {
      out.writeUTF(name);
    }
  }

  private static Entry[] joined(Entry[] some, Entry[] more) {
    Entry[] all = new Entry[some.length + more.length];
    System.arraycopy(some, 0, all, 0, some.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  /** Returns an index of those instrumentations of which the names are accepted. */
  public Index only(Predicate<String> names) {
    List<Entry> some = new ArrayList<>();
    for (Entry entry : entries) {
      if (names.test(entry.name)) {
        some.add(entry);
      }
    }
    return new Index(some);
  }

  /** Returns the class names of the instrumentations that observe the JVM itself. */
  public List<String> observing() {
    List<String> types = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.observing) {
        types.add(entry.type);
      }
    }
    return types;
  }

  /** Returns the names of all instrumentations, each behind a blank. */
  public String names() {
    StringBuilder names = new StringBuilder();
    for (Entry entry : entries) {
      names.append(' ').append(entry.name);
    }
    return names.toString();
  }

  List<Entry> entries() {
    return entries;
  }

  /** Returns the names of all classes that are named exactly, as {@code Class.getName} has them. */
  Set<String> classNames() {
    Set<String> names = new HashSet<>();
    for (String name : byName.keySet()) {
      names.add(name.replace('/', '.'));
    }
    return names;
  }

  /** Returns who names a class, by its internal name. */
  Entry[] named(String internalName) {
    Entry[] found = byName.get(internalName);
    return found == null ? NONE : found;
  }

  /** One instrumentation. Immutable. */
  public static final class Entry {
    final String name;
    final String type;
    final String[] names;
    final Root[] roots;
    final boolean observing;

    /**
     * Creates it.
     *
     * @param name the instrumentation's name
     * @param type the name of its class
     * @param names internal names of classes
     * @param roots types of which descendants are woven
     * @param observing whether it is to be told that the agent is up
     */
    public Entry(String name, String type, String[] names, Root[] roots, boolean observing) {
      this.name = name;
      this.type = type;
      this.names = names;
      this.roots = roots;
      this.observing = observing;
    }
  }

  /** A type of which descendants are woven. Immutable. */
  public static final class Root {
    final String type;
    final String[] hints;

    /**
     * Creates it.
     *
     * @param type the internal name
     * @param hints texts in internal form, of which a class's name contains one
     */
    public Root(String type, String[] hints) {
      this.type = type;
      this.hints = hints;
    }

    /** Returns whether a name is worth a look at the class's ancestors. */
    boolean hintedAt(String internalName) {
      for (String hint : hints) {
        boolean hit =
            hint.endsWith("/") ? internalName.startsWith(hint) : internalName.contains(hint);
        if (hit) {
          return true;
        }
      }
      return hints.length == 0;
    }
  }
}
