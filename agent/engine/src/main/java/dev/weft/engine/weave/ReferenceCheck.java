// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import dev.weft.api.WeakIdentityMap;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the advice of an instrumentation refers to with the library that an application
 * loader sees, once for each pair: a version that lacks something is not woven at all, rather than
 * failing half-way in the middle of a request.
 *
 * <p>References come in groups, one an advice class: a library that offers one of two APIs lacks
 * all of the other, which is no reason to refuse it. Thread-safe.
 */
final class ReferenceCheck {
  private final InstrumentationFiles files;
  private final WeakIdentityMap<ClassLoader, Map<String, Answer>> answers = new WeakIdentityMap<>();

  ReferenceCheck(InstrumentationFiles files) {
    this.files = files;
  }

  /** Whether a library can be served, and if not, what it lacks. */
  static final class Answer {
    final @Nullable String problem;
    final boolean fresh;

    Answer(@Nullable String problem, boolean fresh) {
      this.problem = problem;
      this.fresh = fresh;
    }
  }

  /**
   * Answers for a class loader.
   *
   * @param loading the class that it is loading, which nobody can find yet
   */
  Answer answer(Index.Entry instrumentation, ClassLoader loader, String loading, byte[] classFile)
      throws IOException {
    Map<String, Answer> known = answers.get(loader);
    if (known == null) {
      known = new ConcurrentHashMap<>();
      Map<String, Answer> other = answers.putIfAbsent(loader, known);
      known = other == null ? known : other;
    }
    Answer answer = known.get(instrumentation.name);
    if (answer != null) {
      return answer;
    }
    Library library = new Library(loader, loading, classFile);
    String problem = problem(instrumentation.name, library);
    Answer other = known.putIfAbsent(instrumentation.name, new Answer(problem, false));
    return other == null ? new Answer(problem, true) : other;
  }

  private @Nullable String problem(String instrumentation, Library library) throws IOException {
    try (DataInputStream in = files.references(instrumentation)) {
      if (in == null) {
        return null;
      }
      for (int groups = in.readUnsignedShort(); groups > 0; groups--) {
        String problem = problem(in, library);
        if (problem != null) {
          return problem;
        }
      }
      return null;
    }
  }

  /** Reads one group whole; it has a problem if some of its classes are there and a part is not. */
  private static @Nullable String problem(DataInputStream in, Library library) throws IOException {
    String problem = null;
    boolean present = false;
    for (int count = in.readUnsignedShort(); count > 0; count--) {
      String owner = in.readUTF();
      String name = in.readUTF();
      String descriptor = in.readUTF();
      LibraryClass type = library.find(owner);
      boolean there = type != null;
      present |= there;
      if (problem == null && !(type != null && has(library, type, name, descriptor))) {
        problem = owner.replace('/', '.') + (name.isEmpty() ? "" : "." + name + descriptor);
      }
    }
    return present ? problem : null;
  }

  private static boolean has(Library library, LibraryClass type, String name, String descriptor) {
    return name.isEmpty() || declares(library, type, name + descriptor);
  }

  /** A super type that cannot be read might declare it: then the library has the last word. */
  private static boolean declares(Library library, LibraryClass type, String member) {
    if (type.members.contains(member)) {
      return true;
    }
    for (String superType : type.superTypes) {
      LibraryClass above = library.find(superType);
      if (above == null || declares(library, above, member)) {
        return true;
      }
    }
    return false;
  }
}
