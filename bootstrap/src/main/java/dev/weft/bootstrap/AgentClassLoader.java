// SPDX-License-Identifier: Apache-2.0
package dev.weft.bootstrap;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.AllPermission;
import java.security.Permissions;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads the agent and its libraries, apart from the application's classes. They are stored under
 * {@code weft/} with names that no class-path scanner takes for classes. Thread-safe.
 */
public final class AgentClassLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final JarFile jar;
  private final ProtectionDomain domain;

  private AgentClassLoader(File file) throws IOException {
    super(platform());
    // verifying signatures is slow before the JIT compiler is up, and nobody signs an agent
    jar = new JarFile(file, false);
    Permissions all = new Permissions();
    all.add(new AllPermission());
    domain = new ProtectionDomain(null, all);
  }

  /** Typed as its super class, so that verifying a caller does not load this class. */
  static ClassLoader of(File file) throws IOException {
    if (System.getProperty("java.specification.version", "").startsWith("1.")) {
      StoredUrl.load();
    }
    return new AgentClassLoader(file);
  }

  /** Returns where in the jar a class or resource of the agent is stored. */
  static String entryName(String resource) {
    return resource.endsWith(".class") ? "weft/" + resource + "data" : "weft/" + resource;
  }

  /**
   * The last one before the boot loader. Java 9 has a method for that, which Java 8 lacks; to call
   * it by reflection makes some JVMs parse its annotations, and generate a proxy for them. A system
   * class loader of the application's own may not tell its parent, but somebody has loaded it too.
   */
  private static ClassLoader platform() {
    ClassLoader last = ClassLoader.getSystemClassLoader();
    for (ClassLoader next = last; next != null; next = above(next)) {
      last = next;
    }
    return last;
  }

  private static @Nullable ClassLoader above(ClassLoader loader) {
    ClassLoader parent = loader.getParent();
    return parent == null ? loader.getClass().getClassLoader() : parent;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = read(name.replace('.', '/') + ".class");
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length, domain);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    byte[] bytes = read(name);
    return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    byte[] bytes = read(name);
    return bytes == null ? null : StoredUrl.of(name, bytes);
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL url = findResource(name);
    return url == null
        ? Collections.<URL>emptyEnumeration()
        : Collections.enumeration(Collections.singleton(url));
  }

  private byte @Nullable [] read(String resource) {
    JarEntry entry = jar.getJarEntry(entryName(resource));
    if (entry == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] bytes = new byte[(int) entry.getSize()];
      int read = 0;
      while (read < bytes.length) {
        int n = in.read(bytes, read, bytes.length - read);
        if (n < 0) {
          return null;
        }
        read += n;
      }
      return bytes;
    } catch (IOException unreadable) {
      return null;
    }
  }
}
