// SPDX-License-Identifier: Apache-2.0
package dev.weft.surroundings;

import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Shops;
import example.surroundings.ChildFirstLoader;
import example.surroundings.DelegatingLoader;
import example.surroundings.HidingLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application may bring the class loader that loads its class path, and with it the agent. */
class SystemLoaderTest {
  private static final String SHOP = "example.Shop";

  @ParameterizedTest
  @ValueSource(classes = {DelegatingLoader.class, ChildFirstLoader.class, HidingLoader.class})
  void shop_isTraced_underAnySystemClassLoader(Class<?> loader) {
    Order order = Order.served(jvm(17, loader), SHOP);

    order.isTraced();
  }

  /** On Java 8 the agent reaches the boot loader in another way. H2 needs a later Java. */
  @ParameterizedTest
  @ValueSource(classes = {DelegatingLoader.class, ChildFirstLoader.class, HidingLoader.class})
  void java8_isNoDifferent(Class<?> loader) {
    Order order = Order.withoutDatabase(jvm(8, loader), SHOP);

    order.isTraced("GET");
  }

  private static Supplier<Jvm> jvm(int java, Class<?> loader) {
    Path home = Jvm.home(java);
    List<Path> classPath = Surroundings.withHosts(Shops.applications());
    return () ->
        Jvm.in(home).classPath(classPath).option("-Djava.system.class.loader=" + loader.getName());
  }
}
