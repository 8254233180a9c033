// SPDX-License-Identifier: Apache-2.0
package example.surroundings;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;

/** A system class loader that adds nothing, but for the agent if the JVM asks it to. */
public class DelegatingLoader extends URLClassLoader {
  /** Called by the JVM. */
  public DelegatingLoader(ClassLoader parent) {
    super(new URL[0], parent);
  }

  /** Asked for by the JVM where there is an agent, as {@code java.lang.instrument} says. */
  void appendToClassPathForInstrumentation(String jar) throws MalformedURLException {
    addURL(new File(jar).toURI().toURL());
  }
}
