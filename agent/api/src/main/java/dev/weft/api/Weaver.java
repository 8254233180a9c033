// SPDX-License-Identifier: Apache-2.0
package dev.weft.api;

/** What a {@link LibraryInstrumentation} says which classes are woven with. */
public interface Weaver {
  /** Starts a rule for classes of exactly these names. */
  Target types(String... names);

  /**
   * Starts a rule for the concrete and abstract classes that extend or implement a type. Only
   * classes of which the name contains one of the hints are looked at more closely: without hints
   * every class of the application would cost a look at its ancestors.
   *
   * @param root the fully qualified name of a class or interface
   * @param hints texts of which one is contained in the name of each class to be woven; a text that
   *     ends with a dot is a package prefix
   */
  Target subtypesOf(String root, String... hints);

  /** The classes that a rule is about. */
  interface Target {
    /**
     * Weaves advice into the methods that match and have a body.
     *
     * @param methods which declared methods
     * @param advice the simple name of an advice class in the instrumentation's own package
     */
    Target method(Methods methods, String advice);

    /** Lets instances carry a value in a field, for {@link Attached}. */
    Target carrying();
  }
}
