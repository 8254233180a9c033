// SPDX-License-Identifier: Apache-2.0
package dev.weft.api;

/**
 * What Weft knows about one library: which of its classes are woven, and with which advice.
 *
 * <p>To write one, put into a folder of its own:
 *
 * <ol>
 *   <li>an implementation of this interface, named in {@code
 *       META-INF/services/dev.weft.api.LibraryInstrumentation}, which only matches;
 *   <li>advice classes: public, with public static methods annotated {@code OnMethodEnter} or
 *       {@code OnMethodExit}, {@code suppress = Throwable.class, inline = false}, at most a null
 *       check each;
 *   <li>a telemetry class that says the library's objects in the words of a protocol verb such as
 *       {@link dev.weft.api.http.HttpClientCall}.
 * </ol>
 *
 * <p>Things to watch out for:
 *
 * <ul>
 *   <li>Never touch an advice class from the implementation: it is also read at build time and by
 *       loaders that cannot see the library.
 *   <li>Advice runs as ordinary code in a class loader of its own per application loader, so
 *       breakpoints, helpers and static fields work; its signature may name only types that the
 *       woven class can see, so what an enter method hands to the exit method is an {@code Object}.
 *   <li>All classes of the folder share one package, and nothing else is visible but the JDK, this
 *       API and the library.
 * </ul>
 */
public interface LibraryInstrumentation {
  /** The name by which it is switched: {@code OTEL_INSTRUMENTATION_<NAME>_ENABLED}. */
  String name();

  /** Says what is woven. Called at build time, and again when a first target is loaded. */
  void weave(Weaver weaver);

  /** Which libraries and versions are served, as a message says it; may be empty. */
  default String served() {
    return "";
  }

  /**
   * Called once on a background thread when the agent is up; for instrumentations that observe the
   * JVM itself.
   */
  default void started() {}
}
