// SPDX-License-Identifier: Apache-2.0
package example;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Driver;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import javax.servlet.ServletContainerInitializer;

/** Does what class-path scanners do, and prints whatever it finds and what became of it. */
public final class Scanning {
  private static final ClassLoader LOADER = Scanning.class.getClassLoader();

  private Scanning() {}

  /** Loads all classes of all jars and folders, looks for resources and for services. */
  public static void main(String[] arguments) throws IOException, URISyntaxException {
    for (File entry : entries()) {
      System.out.println("entry " + entry.getName());
      for (String name : entry.isDirectory() ? inFolder(entry, "") : inJar(entry)) {
        System.out.println((name.endsWith(".class") ? load(name) : "resource") + " " + name);
      }
    }
    for (String resource :
        new String[] {"", "META-INF/", "java/lang/", "dev/", "META-INF/LICENSE"}) {
      resources(resource);
    }
    resources("META-INF/MANIFEST.MF");
    services(Driver.class);
    services(ServletContainerInitializer.class);
    services(java.nio.file.spi.FileSystemProvider.class);
    System.out.println("scanned");
  }

  private static Set<File> entries() throws URISyntaxException {
    Set<File> entries = new LinkedHashSet<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      entries.add(new File(entry));
    }
    if (LOADER instanceof URLClassLoader) {
      for (URL url : ((URLClassLoader) LOADER).getURLs()) {
        entries.add(new File(url.toURI()));
      }
    }
    return entries;
  }

  private static Set<String> inJar(File file) throws IOException {
    Set<String> names = new TreeSet<>();
    try (JarFile jar = new JarFile(file)) {
      jar.stream().forEach(entry -> names.add(entry.getName()));
    }
    return names;
  }

  private static Set<String> inFolder(File folder, String path) {
    Set<String> names = new TreeSet<>();
    File[] files = folder.listFiles();
    for (File file : files == null ? new File[0] : files) {
      if (file.isDirectory()) {
        names.addAll(inFolder(file, path + file.getName() + "/"));
      } else {
        names.add(path + file.getName());
      }
    }
    return names;
  }

  private static String load(String entry) {
    String name = entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
    try {
      return "class " + Class.forName(name, false, LOADER).getModifiers();
    } catch (Throwable thrown) {
      return thrown.getClass().getName();
    }
  }

  private static void resources(String name) throws IOException {
    Enumeration<URL> found = LOADER.getResources(name);
    for (URL url : Collections.list(found)) {
      System.out.println("found " + url);
    }
  }

  private static void services(Class<?> type) {
    try {
      for (Object service : ServiceLoader.load(type)) {
        System.out.println("service " + service.getClass().getName());
      }
    } catch (ServiceConfigurationError | LinkageError unusable) {
      System.out.println("service " + unusable.getClass().getName());
    }
  }
}
