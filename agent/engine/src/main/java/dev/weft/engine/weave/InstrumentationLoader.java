// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import java.io.IOException;
import java.io.InputStream;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Where the classes of one instrumentation meet those of one application class loader: its own
 * package is defined here, the API comes from the agent, everything else from the application.
 */
final class InstrumentationLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private static final String API = "dev.weft.api.";

  /** Advice may do what the agent may. */
  private static final ProtectionDomain DOMAIN = InstrumentationLoader.class.getProtectionDomain();

  private final String ownPackage;
  private final ClassLoader agent;
  private final ClassLoader application;

  InstrumentationLoader(String ownPackage, ClassLoader agent, ClassLoader application) {
    super(application);
    this.ownPackage = ownPackage;
    this.agent = agent;
    this.application = application;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith(API)) {
      return agent.loadClass(name);
    }
    if (!name.startsWith(ownPackage) || name.indexOf('.', ownPackage.length()) >= 0) {
      return application.loadClass(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = agent.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] classFile = Ancestry.Bytes.of(in);
      return defineClass(name, classFile, 0, classFile.length, DOMAIN);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    return application.getResourceAsStream(name);
  }
}
