// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export;

import io.opentelemetry.api.common.AttributeKey;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The SDK's keys for the names of attributes, each made once, together with its bytes. Names can
 * come from users: not more than a number of them are remembered. Used by the export thread alone.
 *
 * @param <T> of the values
 */
final class AttributeKeys<T> {
  private static final int REMEMBERED = 1024;

  private final Map<String, AttributeKey<T>> byName = new HashMap<>();
  private final Function<String, AttributeKey<T>> making;

  AttributeKeys(Function<String, AttributeKey<T>> making) {
    this.making = making;
  }

  AttributeKey<T> of(String name) {
    AttributeKey<T> known = byName.get(name);
    if (known == null) {
      known = making.apply(name);
      if (byName.size() < REMEMBERED) {
        byName.put(name, known);
      }
    }
    return known;
  }
}
