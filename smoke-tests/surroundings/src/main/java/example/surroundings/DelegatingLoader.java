// SPDX-License-Identifier: Apache-2.0
package example.surroundings;

/** A system class loader that adds nothing. */
public final class DelegatingLoader extends ClassLoader {
  /** Called by the JVM. */
  public DelegatingLoader(ClassLoader parent) {
    super(parent);
  }

  /** Asked for by the JVM where there is an agent, as {@code java.lang.instrument} says. */
  void appendToClassPathForInstrumentation(String jar) {
    // the class path, which it does not have, is extended already
  }
}
