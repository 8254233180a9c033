// SPDX-License-Identifier: Apache-2.0
package example.surroundings;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/**
 * A system class loader that loads the whole class path itself, and does not say who its parent is.
 */
public final class ChildFirstLoader extends URLClassLoader {
  private final ClassLoader jdk;

  /** Called by the JVM. */
  public ChildFirstLoader(ClassLoader parent) throws MalformedURLException {
    super(classPath(), null);
    this.jdk = parent.getParent();
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(new File(entry).toURI().toURL());
    }
    return urls.toArray(new URL[0]);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      if (!name.startsWith("java.")) {
        try {
          return findClass(name);
        } catch (ClassNotFoundException ofTheJdk) {
          return jdk.loadClass(name);
        }
      }
      return jdk.loadClass(name);
    }
  }

  /** Asked for by the JVM where there is an agent, as {@code java.lang.instrument} says. */
  void appendToClassPathForInstrumentation(String jar) throws MalformedURLException {
    addURL(new File(jar).toURI().toURL());
  }
}
