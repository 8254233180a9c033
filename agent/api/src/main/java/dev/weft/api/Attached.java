// SPDX-License-Identifier: Apache-2.0
package dev.weft.api;

import org.jspecify.annotations.Nullable;

/**
 * A value attached to an object of the application or a library: kept in a field of the object
 * where its class was woven with {@link Weaver.Target#carrying()}, else in a weak map. Either way
 * it does not outlive the object, provided that the value does not refer to it.
 *
 * <p>Thread-safe in the sense that values are published safely; the last of two writers wins.
 *
 * @param <V> what is attached
 */
public final class Attached<V> {
  private final Class<V> type;
  private final WeakIdentityMap<Object, V> elsewhere = new WeakIdentityMap<>();

  private Attached(Class<V> type) {
    this.type = type;
  }

  /** Creates the facility; keep it in a static field. At most one per value type and carrier. */
  public static <V> Attached<V> of(Class<V> type) {
    return new Attached<>(type);
  }

  /** Returns what is attached, or null. */
  public @Nullable V get(Object to) {
    if (to instanceof WeftCarrier) {
      Object carried = ((WeftCarrier) to).weft$value();
      if (type.isInstance(carried)) {
        return type.cast(carried);
      }
    }
    return elsewhere.get(to);
  }

  /** Attaches a value, or detaches with null. */
  public void set(Object to, @Nullable V value) {
    V outside = value;
    if (to instanceof WeftCarrier) {
      WeftCarrier carrier = (WeftCarrier) to;
      Object carried = carrier.weft$value();
      if (carried == null || type.isInstance(carried)) {
        carrier.weft$value(value);
        outside = null;
      }
    }
    if (outside == null) {
      elsewhere.remove(to);
    } else {
      elsewhere.put(to, outside);
    }
  }
}
