// SPDX-License-Identifier: Apache-2.0
package dev.weft.surroundings;

import dev.weft.testkit.jvm.Jvm;
import dev.weft.testkit.jvm.Shops;
import example.surroundings.ChildFirstLoader;
import example.surroundings.DelegatingLoader;
import example.surroundings.HidingLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An application may bring the class loader that loads its class path, and with it the agent. */
class SystemLoaderTest {
  static Stream<Arguments> loaders() {
    return IntStream.of(8, 17)
        .boxed()
        .flatMap(
            java ->
                Stream.of(DelegatingLoader.class, ChildFirstLoader.class, HidingLoader.class)
                    .map(loader -> Arguments.of(java, loader)));
  }

  @ParameterizedTest
  @MethodSource("loaders")
  void shop_isTraced_underAnySystemClassLoader(int java, Class<?> loader) {
    Path home = Jvm.home(java);
    List<Path> classPath = Surroundings.withHosts(Shops.applications());

    Order order =
        Order.served(
            () ->
                Jvm.in(home)
                    .classPath(classPath)
                    .option("-Djava.system.class.loader=" + loader.getName()),
            "example.Shop");

    order.isTraced();
  }
}
