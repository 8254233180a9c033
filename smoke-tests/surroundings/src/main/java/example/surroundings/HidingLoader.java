// SPDX-License-Identifier: Apache-2.0
package example.surroundings;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;

/**
 * A system class loader with a list of what may be seen: all else is hidden, and so are its files.
 */
public final class HidingLoader extends DelegatingLoader {
  private static final String[] SEEN = {
    "java.",
    "javax.",
    "jdk.",
    "sun.",
    "com.sun.",
    "org.",
    "example.",
    "ch.qos.",
    "dev.weft.bootstrap."
  };

  /** Called by the JVM. */
  public HidingLoader(ClassLoader parent) {
    super(parent);
  }

  private static boolean seen(String name) {
    for (String prefix : SEEN) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!seen(name)) {
      throw new ClassNotFoundException(name + " is hidden");
    }
    return super.loadClass(name, resolve);
  }

  @Override
  public URL getResource(String name) {
    return name.startsWith("dev/weft/") ? null : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.startsWith("dev/weft/")
        ? Collections.<URL>emptyEnumeration()
        : super.getResources(name);
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    return name.startsWith("dev/weft/") ? null : super.getResourceAsStream(name);
  }
}
