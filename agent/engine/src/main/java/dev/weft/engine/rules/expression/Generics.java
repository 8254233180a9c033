// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.GenericSignatureFormatError;
import java.lang.reflect.MalformedParameterizedTypeException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What generic types say of what they hold; {@code Object} where they say nothing. */
public final class Generics {
  private Generics() {}

  /** Returns the class of a type; of an optional one, that of its content. */
  public static Class<?> raw(Type type) {
    if (type instanceof Class) {
      return held((Class<?>) type);
    }
    if (type instanceof ParameterizedType) {
      ParameterizedType parameterized = (ParameterizedType) type;
      return parameterized.getRawType() == Optional.class
          ? raw(parameterized.getActualTypeArguments()[0])
          : (Class<?>) parameterized.getRawType();
    }
    if (type instanceof GenericArrayType) {
      Type component = ((GenericArrayType) type).getGenericComponentType();
      return Array.newInstance(raw(component), 0).getClass();
    }
    if (type instanceof WildcardType) {
      return raw(bound((WildcardType) type));
    }
    return type instanceof TypeVariable ? raw(bound((TypeVariable<?>) type)) : Object.class;
  }

  private static Class<?> held(Class<?> type) {
    if (type == OptionalInt.class) {
      return Integer.class;
    }
    if (type == OptionalLong.class) {
      return Long.class;
    }
    if (type == OptionalDouble.class) {
      return Double.class;
    }
    return type == Optional.class ? Object.class : type;
  }

  /**
   * Returns what a signature says, or what is there without one where it mentions a class that is
   * missing: the method itself can do without.
   */
  public static <T> T orRaw(Supplier<T> generic, T raw) {
    try {
      return generic.get();
    } catch (TypeNotPresentException
        | MalformedParameterizedTypeException
        | GenericSignatureFormatError unusable) {
      return raw;
    }
  }

  private static Type bound(WildcardType type) {
    return orRaw(() -> type.getUpperBounds()[0], Object.class);
  }

  private static Type bound(TypeVariable<?> type) {
    return orRaw(() -> type.getBounds()[0], Object.class);
  }

  /** Returns the content of an optional type, and any other as it is. */
  static Type content(Type type) {
    if (type instanceof WildcardType) {
      return content(bound((WildcardType) type));
    }
    boolean optional =
        type instanceof ParameterizedType
            && ((ParameterizedType) type).getRawType() == Optional.class;
    return optional ? content(((ParameterizedType) type).getActualTypeArguments()[0]) : type;
  }

  /** Returns what a type gives for a parameter of one of its super types. */
  public static Type argument(Type type, Class<?> superType, int index) {
    Type content = content(type);
    if (content instanceof TypeVariable) {
      return argument(bound((TypeVariable<?>) content), superType, index);
    }
    Type found = as(content, superType);
    return found instanceof ParameterizedType
        ? content(((ParameterizedType) found).getActualTypeArguments()[index])
        : Object.class;
  }

  /** Returns the type of a member as it is for a type that has the member. */
  static Type resolve(Type member, Type owner, Class<?> declaring) {
    if (!(member instanceof TypeVariable)) {
      return content(substituted(member, owner, declaring));
    }
    TypeVariable<?>[] variables = declaring.getTypeParameters();
    Type as = as(content(owner), declaring);
    for (int i = 0; i < variables.length; i++) {
      if (variables[i].equals(member) && as instanceof ParameterizedType) {
        return content(((ParameterizedType) as).getActualTypeArguments()[i]);
      }
    }
    return bound((TypeVariable<?>) member);
  }

  private static Type substituted(Type member, Type owner, Class<?> declaring) {
    if (!(member instanceof ParameterizedType)) {
      return member;
    }
    ParameterizedType generic = (ParameterizedType) member;
    Type[] arguments = generic.getActualTypeArguments();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof TypeVariable) {
        arguments[i] = resolve(arguments[i], owner, declaring);
      }
    }
    return new Parameterized(generic.getRawType(), arguments);
  }

  private static @Nullable Type as(Type type, Class<?> superType) {
    Class<?> raw = raw(type);
    if (raw == superType) {
      return type;
    }
    for (Type above : orRaw(raw::getGenericInterfaces, raw.getInterfaces())) {
      if (superType.isAssignableFrom(raw(above))) {
        return as(resolve(above, type, raw), superType);
      }
    }
    Type above = Generics.<@Nullable Type>orRaw(raw::getGenericSuperclass, raw.getSuperclass());
    return above != null && superType.isAssignableFrom(raw(above))
        ? as(resolve(above, type, raw), superType)
        : null;
  }

  /** A generic type with its arguments. Immutable. */
  private static final class Parameterized implements ParameterizedType {
    private final Type raw;
    private final Type[] arguments;

    Parameterized(Type raw, Type[] arguments) {
      this.raw = raw;
      this.arguments = arguments;
    }

    @Override
    public Type[] getActualTypeArguments() {
      return arguments.clone();
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return null;
    }
  }
}
