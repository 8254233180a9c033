// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks.stub;

import java.lang.reflect.Proxy;

/** An object behind a stub, for what the stub does not answer itself. */
final class Nothing {
  private Nothing() {}

  /** Returns an object of which each method fails, by name. */
  static <T> T of(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.toString());
            }));
  }
}
