// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.api.WeakIdentityMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether a class that is being loaded descends from a type, from class files alone:
 * loading its super types here would load them before their turn. Super types are remembered per
 * class loader, up to a bound. Thread-safe.
 */
final class Ancestry {
  private static final int REMEMBERED_PER_LOADER = 4096;
  private static final String[] UNREADABLE = {};
  private static final String OBJECT = "java/lang/Object";

  private final WeakIdentityMap<ClassLoader, Map<String, String[]>> remembered =
      new WeakIdentityMap<>();

  /** Returns whether one of the types is, or descends from, the root; all in internal form. */
  boolean reaches(ClassLoader loader, String[] superTypes, String root) {
    return reaches(loader, superTypes, root, false);
  }

  /** Returns the same, or true where one of their super types cannot be read. */
  boolean mayReach(ClassLoader loader, String[] superTypes, String root) {
    return reaches(loader, superTypes, root, true);
  }

  private boolean reaches(
      ClassLoader loader, String[] superTypes, String root, boolean ifUnreadable) {
    ArrayDeque<String> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    push(open, seen, superTypes);
    String type;
    while ((type = open.poll()) != null) {
      if (type.equals(root)) {
        return true;
      }
      if (!type.equals(OBJECT)) {
        String[] above = superTypesOf(loader, type);
        if (above == UNREADABLE && ifUnreadable) {
          return true;
        }
        push(open, seen, above);
      }
    }
    return false;
  }

  /** Returns the types and all that they descend from. */
  Set<String> all(ClassLoader loader, String[] superTypes) {
    ArrayDeque<String> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    push(open, seen, superTypes);
    String type;
    while ((type = open.poll()) != null) {
      if (!type.equals(OBJECT)) {
        push(open, seen, superTypesOf(loader, type));
      }
    }
    return seen;
  }

  private static void push(ArrayDeque<String> open, Set<String> seen, String[] types) {
    for (String type : types) {
      if (seen.add(type)) {
        open.add(type);
      }
    }
  }

  /**
   * Returns what two classes have in common, as far as class files tell; stack map frames need it.
   */
  String common(ClassLoader loader, String one, String other) {
    for (String type = one; type != null; type = superClass(loader, type)) {
      if (type.equals(other) || reaches(loader, superTypesOf(loader, other), type)) {
        return type;
      }
    }
    return OBJECT;
  }

  private @Nullable String superClass(ClassLoader loader, String type) {
    String[] superTypes = superTypesOf(loader, type);
    return superTypes.length == 0 ? null : superTypes[superTypes.length - 1];
  }

  private String[] superTypesOf(ClassLoader loader, String type) {
    Map<String, String[]> known = remembered.get(loader);
    if (known == null) {
      known = new ConcurrentHashMap<>();
      Map<String, String[]> other = remembered.putIfAbsent(loader, known);
      known = other == null ? known : other;
    }
    String[] superTypes = known.get(type);
    if (superTypes == null) {
      superTypes = read(loader, type);
      if (known.size() < REMEMBERED_PER_LOADER) {
        known.put(type, superTypes);
      }
    }
    return superTypes;
  }

  private static String[] read(ClassLoader loader, String type) {
    byte[] classFile = classFile(loader, type);
    ClassHeader header = classFile == null ? null : ClassHeader.read(classFile);
    return header == null ? UNREADABLE : header.superTypes();
  }

  private static byte @Nullable [] classFile(ClassLoader loader, String type) {
    try (InputStream in = ResourceLocator.open(loader, type)) {
      return in == null ? null : Bytes.of(in);
    } catch (IOException | RuntimeException | LinkageError unreadable) {
      return null;
    }
  }

  /** Reads streams whole. */
  static final class Bytes {
    private Bytes() {}

    static byte[] of(InputStream in) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
      return out.toByteArray();
    }
  }
}
