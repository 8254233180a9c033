// SPDX-License-Identifier: Apache-2.0
package dev.weft.api;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A concurrent map that compares keys by identity and holds them weakly; entries of collected keys
 * are removed by whoever writes next. The JDK has none that is concurrent.
 */
public final class WeakIdentityMap<K, V> {
  private final ConcurrentHashMap<Object, V> entries = new ConcurrentHashMap<>();
  private final ReferenceQueue<K> collected = new ReferenceQueue<>();

  /** Returns the value of a key, or null. */
  public @Nullable V get(K key) {
    return entries.isEmpty() ? null : entries.get(new Probe(key));
  }

  /** Sets the value of a key. */
  public void put(K key, V value) {
    expunge();
    entries.put(new Key<>(key, collected), value);
  }

  /** Sets the value of a key that has none; returns the value it had, or null. */
  public @Nullable V putIfAbsent(K key, V value) {
    expunge();
    return entries.putIfAbsent(new Key<>(key, collected), value);
  }

  /** Forgets a key. */
  public void remove(K key) {
    if (entries.isEmpty()) {
      return;
    }
    expunge();
    entries.remove(new Probe(key));
  }

  /** Returns how many entries there are, counting those of keys just collected. */
  public int size() {
    expunge();
    return entries.size();
  }

  private void expunge() {
    Reference<? extends K> gone;
    while ((gone = collected.poll()) != null) {
      entries.remove(gone);
    }
  }

  private static final class Key<K> extends WeakReference<K> {
    private final int hash;

    Key(K key, ReferenceQueue<K> queue) {
      super(key, queue);
      hash = System.identityHashCode(key);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      Object mine = get();
      return mine != null && other instanceof Key && ((Key<?>) other).get() == mine;
    }
  }

  /** A key for looking up only, which spares the weak reference. */
  private static final class Probe {
    private final Object key;

    Probe(Object key) {
      this.key = key;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return (other instanceof Key && ((Key<?>) other).get() == key)
          || (other instanceof Probe && ((Probe) other).key == key);
    }
  }
}
