// SPDX-License-Identifier: Apache-2.0
package example.surroundings;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;

/**
 * An agent that changes nothing, over and over: its argument is what its transformer does, {@code
 * nothing}, {@code same} bytes or {@code failure}.
 */
public final class RetransformingAgent {
  private static volatile Instrumentation instrumentation;

  private RetransformingAgent() {}

  /** Called by the JVM. */
  public static void premain(String does, Instrumentation own) {
    instrumentation = own;
    own.addTransformer(transformer(does), true);
    own.addTransformer(transformer(does), false);
  }

  private static ClassFileTransformer transformer(final String does) {
    return new ClassFileTransformer() {
      @Override
      public byte[] transform(
          ClassLoader loader,
          String name,
          Class<?> redefined,
          ProtectionDomain domain,
          byte[] classFile) {
        if (does.equals("failure")) {
          throw new IllegalStateException("on purpose");
        }
        return does.equals("same") ? classFile.clone() : null;
      }
    };
  }

  /** Retransforms every class that there is outside the JDK, and some inside. */
  static void retransform() {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      boolean worthIt = type.getClassLoader() != null || type.getName().startsWith("java.sql.");
      if (worthIt && instrumentation.isModifiableClass(type)) {
        types.add(type);
      }
    }
    try {
      instrumentation.retransformClasses(types.toArray(new Class<?>[0]));
    } catch (UnmodifiableClassException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
