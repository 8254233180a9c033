// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands before the classes that are meant is told by its name. */
class ProxiesTest {
  /** Interfaces that are not public have their proxies in their own package. */
  interface Hidden {}

  @Test
  void proxiesOfTheJdk() {
    for (Class<?> type : new Class<?>[] {Supplier.class, Hidden.class}) {
      Object proxy =
          Proxy.newProxyInstance(
              ProxiesTest.class.getClassLoader(),
              new Class<?>[] {type},
              (object, method, arguments) -> null);

      assertThat(Proxies.include(proxy.getClass().getName().replace('.', '/'))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com/acme/Orders$$SpringCGLIB$$0",
        "com/acme/Orders$$EnhancerBySpringCGLIB$$1a2b",
        "com/acme/Orders$$FastClassBySpringCGLIB$$1a2b",
        "com/acme/Orders$HibernateProxy$xY1",
        "com/acme/Orders_$$_jvst1a2_0",
        "com/acme/Orders$ByteBuddy$aB1",
        "com/acme/Orders$Proxy$_$$_WeldClientProxy",
        "com/acme/Orders_ClientProxy"
      })
  void proxiesOfFrameworks(String name) {
    assertThat(Proxies.include(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com/acme/Orders",
        "com/acme/Orders$1",
        "com/acme/Orders$$anon$1",
        "com/acme/ProxyOrders"
      })
  void othersAreNone(String name) {
    assertThat(Proxies.include(name)).isFalse();
  }
}
