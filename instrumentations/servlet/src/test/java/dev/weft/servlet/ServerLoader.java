// SPDX-License-Identifier: Apache-2.0
package dev.weft.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The class path of one server: Tomcat 9 and 10 share their class names. The jars come first, then
 * the test's classes that use them, and everything else from the test's own class path.
 */
final class ServerLoader extends URLClassLoader {
  private static final Set<String> OWN =
      Set.of(
          "JavaxApp",
          "JakartaApp",
          "TomcatServer",
          "JettyServer",
          "OlderJettyServer",
          "TomcatHost");
  private static final String PACKAGE = ServerLoader.class.getPackageName() + ".";

  private ServerLoader(URL[] jars) {
    super(jars, ServerLoader.class.getClassLoader());
  }

  /** Creates the loader of jars in {@code servers/}, which the build has put on the class path. */
  static ServerLoader of(String... jars) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (String jar : jars) {
      urls.add(file(ServerLoader.class.getResource("/servers/" + jar)));
    }
    return new ServerLoader(urls.toArray(new URL[0]));
  }

  /** Copies a jar out of the jar of the tests, if that is where they are run from. */
  private static URL file(URL jar) throws IOException {
    if (jar.getProtocol().equals("file")) {
      return jar;
    }
    Path copy = Files.createTempFile("server", ".jar");
    copy.toFile().deleteOnExit();
    try (InputStream in = jar.openStream()) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return copy.toUri().toURL();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      String resource = name.replace('.', '/') + ".class";
      if (own(name)) {
        return define(name, resource);
      }
      return findResource(resource) == null ? super.loadClass(name, resolve) : findClass(name);
    }
  }

  private static boolean own(String name) {
    int end = name.indexOf('$') < 0 ? name.length() : name.indexOf('$');
    return name.startsWith(PACKAGE) && OWN.contains(name.substring(PACKAGE.length(), end));
  }

  private Class<?> define(String name, String resource) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(resource)) {
      byte[] classFile = in.readAllBytes();
      return defineClass(name, classFile, 0, classFile.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
