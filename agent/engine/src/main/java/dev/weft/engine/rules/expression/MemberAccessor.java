// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.expression;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** A field, or a method without parameters, as a method handle. */
final class MemberAccessor extends Accessor {
  private static final MethodType ANY = MethodType.methodType(Object.class, Object.class);

  private final MethodHandle handle;

  private MemberAccessor(MethodHandle handle, Type type) {
    super(type);
    this.handle = handle.asType(ANY);
  }

  @Override
  @Nullable Object of(Object target) throws Throwable {
    return (Object) handle.invokeExact(target);
  }

  /** Returns null where the module of the class does not let us in. */
  static @Nullable Accessor of(Field field, Type owner) {
    try {
      field.setAccessible(true);
      MethodHandle handle = MethodHandles.lookup().unreflectGetter(field);
      Type type = Generics.orRaw(field::getGenericType, field.getType());
      return new MemberAccessor(handle, resolved(type, owner, field));
    } catch (IllegalAccessException | RuntimeException closed) {
      return null;
    }
  }

  /** Returns null where the module of the class does not let us in. */
  static @Nullable Accessor of(Method method, Type owner) {
    try {
      method.setAccessible(true);
    } catch (RuntimeException closed) {
      // of a module that does not open the package: what it exports can still be called
    }
    try {
      MethodHandle handle = MethodHandles.lookup().unreflect(method);
      Type type = Generics.orRaw(method::getGenericReturnType, method.getReturnType());
      return new MemberAccessor(handle, resolved(type, owner, method));
    } catch (IllegalAccessException | RuntimeException closed) {
      return null;
    }
  }

  private static Type resolved(Type type, Type owner, java.lang.reflect.Member member) {
    return Generics.resolve(type, owner, member.getDeclaringClass());
  }
}
