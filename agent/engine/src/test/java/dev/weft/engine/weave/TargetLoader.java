// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** An application: loads the target classes itself, each time anew. */
final class TargetLoader extends ClassLoader {
  private static final String TARGETS = "dev.weft.engine.weave.target.";

  private final Map<String, byte[]> given = new HashMap<>();

  /** Thrown once where the advice of a call site asks for its super type. */
  Error next;

  TargetLoader() {
    super(TargetLoader.class.getClassLoader());
  }

  TargetLoader with(String simpleName, byte[] classFile) {
    given.put(TARGETS + simpleName, classFile);
    return this;
  }

  @SuppressWarnings("unchecked")
  Supplier<String> make(String simpleName) throws ReflectiveOperationException {
    return (Supplier<String>)
        loadClass(TARGETS + simpleName).getDeclaredConstructor().newInstance();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    Error now = next;
    if (now != null && name.equals("java.lang.Object")) {
      next = null;
      throw now;
    }
    if (!name.startsWith(TARGETS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] classFile = given.get(name);
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      byte[] bytes = classFile == null ? in.readAllBytes() : classFile;
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
