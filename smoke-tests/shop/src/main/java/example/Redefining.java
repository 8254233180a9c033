// SPDX-License-Identifier: Apache-2.0
package example;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.servlet.http.HttpServlet;

/**
 * A {@link Shop} that changes its classes while it serves, with instrumentation of its own: for the
 * line {@code redefine} it replaces them by what is on the class path, for {@code retransform} it
 * has them transformed anew by all who want to.
 */
public final class Redefining {
  private static Instrumentation instrumentation;

  private Redefining() {}

  /** Called by the JVM: this class is an agent too. */
  public static void premain(String arguments, Instrumentation given) {
    instrumentation = given;
  }

  /** Serves until the input ends. */
  public static void main(String[] arguments) throws Exception {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    HttpServlet servlet = new OrderServlet(System.getProperty("shop.database"));
    Watching watching = new Watching();
    instrumentation.addTransformer(watching, true);
    String line;
    while ((line = input.readLine()) != null) {
      if (line.equals("redefine")) {
        redefine();
      } else if (line.equals("retransform")) {
        retransform();
      } else {
        servlet.service(Exchange.request(line), Exchange.response());
      }
      System.out.println("served " + line + ", changed " + watching.changed);
      watching.changed.clear();
    }
  }

  private static void redefine() throws Exception {
    List<ClassDefinition> definitions = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      byte[] bytes = mine(type) ? bytes(type) : null;
      if (bytes != null) {
        definitions.add(new ClassDefinition(type, bytes));
      }
    }
    instrumentation.redefineClasses(definitions.toArray(new ClassDefinition[0]));
  }

  private static void retransform() throws Exception {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (mine(type)) {
        types.add(type);
      }
    }
    try {
      instrumentation.retransformClasses(types.toArray(new Class<?>[0]));
    } catch (VerifyError faulty) {
      System.out.println(faulty); // Java 8 does so without any transformer
    }
  }

  private static boolean mine(Class<?> type) {
    return type.getClassLoader() == Redefining.class.getClassLoader()
        && instrumentation.isModifiableClass(type)
        && !Proxy.isProxyClass(type)
        && !type.getName().startsWith("dev.weft.");
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        return null; // generated at run time
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] chunk = new byte[8192];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        bytes.write(chunk, 0, n);
      }
      return bytes.toByteArray();
    }
  }

  /** Changes nothing, and remembers what of the shop itself and of the servlet API was changed. */
  private static final class Watching implements ClassFileTransformer {
    private final Set<String> changed = new TreeSet<>();

    @Override
    public synchronized byte[] transform(
        ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] bytes) {
      if (type != null && (name.startsWith("example/Order") || name.endsWith("/HttpServlet"))) {
        changed.add(name);
      }
      return null;
    }
  }
}
