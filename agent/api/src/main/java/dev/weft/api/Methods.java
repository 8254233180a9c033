// SPDX-License-Identifier: Apache-2.0
package dev.weft.api;

import org.jspecify.annotations.Nullable;

/**
 * Which methods that a class declares are woven: those of some names of which all that is asked for
 * here holds. Written into the index when the agent is built, so it is made of texts. Immutable.
 */
public final class Methods {
  private static final int ACC_PUBLIC = 0x0001;

  /** A method that a compiler has added to call another of the same name (JVMS §4.6). */
  private static final int ACC_BRIDGE = 0x0040;

  private final String[] names;
  private final boolean onlyPublic;
  private final String parameters;
  private final String exception;

  /**
   * Creates it from what {@link #names} and the others return.
   *
   * @param parameters how the descriptor begins, {@code (} for any
   * @param exception the internal name of what is declared to be thrown, empty for any
   */
  public Methods(String[] names, boolean onlyPublic, String parameters, String exception) {
    this.names = names.clone();
    this.onlyPublic = onlyPublic;
    this.parameters = parameters;
    this.exception = exception;
  }

  /** Returns the methods of these names, whatever they take and return. */
  public static Methods named(String... names) {
    return new Methods(names, false, "(", "");
  }

  /** Returns the constructors; into these only an exit advice can be woven. */
  public static Methods constructors() {
    return named("<init>");
  }

  /** Returns those that are public. */
  public Methods isPublic() {
    return new Methods(names, true, parameters, exception);
  }

  /** Returns those that take exactly these types, given as names of classes; none for none. */
  public Methods taking(String... types) {
    return new Methods(names, onlyPublic, descriptors(types) + ")", exception);
  }

  /** Returns those of which the first parameter is of this type, the name of a class. */
  public Methods takingFirst(String type) {
    return new Methods(names, onlyPublic, descriptors(type), exception);
  }

  /** Returns those that declare to throw an exception, given as the name of its class. */
  public Methods throwing(String type) {
    return new Methods(names, onlyPublic, parameters, type.replace('.', '/'));
  }

  private static String descriptors(String... types) {
    StringBuilder descriptors = new StringBuilder("(");
    for (String type : types) {
      descriptors.append('L').append(type.replace('.', '/')).append(';');
    }
    return descriptors.toString();
  }

  /**
   * Returns whether a method is one of them; a bridge never is, but what it calls may be.
   *
   * @param access its access flags (JVMS §4.6)
   * @param exceptions the internal names of what it declares to throw, or null
   */
  public boolean include(
      int access, String name, String descriptor, String @Nullable [] exceptions) {
    return (access & ACC_BRIDGE) == 0
        && (!onlyPublic || (access & ACC_PUBLIC) != 0)
        && contains(names, name)
        && descriptor.startsWith(parameters)
        && (exception.isEmpty() || exceptions != null && contains(exceptions, exception));
  }

  private static boolean contains(String[] texts, String text) {
    for (String one : texts) {
      if (one.equals(text)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the names. */
  public String[] names() {
    return names.clone();
  }

  /** Returns whether they have to be public. */
  public boolean onlyPublic() {
    return onlyPublic;
  }

  /** Returns how the descriptor begins (JVMS §4.3.3). */
  public String parameters() {
    return parameters;
  }

  /** Returns the internal name of what is declared to be thrown; empty for any. */
  public String exception() {
    return exception;
  }
}
